import { defineContentScript } from "wxt/utils/define-content-script";
import { answerPeeks } from "@/lib/whatsapp/peek-main-world";

// The page's own world: no extension API is here, and nothing from here is trusted.
export default defineContentScript({
	matches: ["https://web.whatsapp.com/*"],
	world: "MAIN",
	runAt: "document_start",
	main() {
		answerPeeks(window);
	},
});

import { defineContentScript } from "wxt/utils/define-content-script";
import { onMessage, sendMessage } from "@/lib/messaging/client";
import { createContactDb } from "@/lib/whatsapp/contact-db";
import { createPeek } from "@/lib/whatsapp/peek";
import { watchPage } from "@/lib/whatsapp/watch-page";

// Reads the page and reports facts. It knows no settings, no secrets and nothing of customers.
export default defineContentScript({
	matches: ["https://web.whatsapp.com/*"],
	runAt: "document_end",
	main(context) {
		const watcher = watchPage({
			document,
			peek: createPeek(document),
			contactDb: createContactDb(indexedDB),
			now: () => performance.now(),
			schedule(callback, milliseconds) {
				const timer = setTimeout(callback, milliseconds);
				return () => clearTimeout(timer);
			},
			// A report may find the extension just updated or removed; its successor will report.
			onFacts: (facts) => void sendMessage("reportPage", facts).catch(() => undefined),
			onMessages: (report) => void sendMessage("reportMessages", report).catch(() => undefined),
			signal: context.signal,
		});
		onMessage("readConversation", () => watcher.readConversation());
		onMessage("useSelectors", (overrides) => watcher.setOverrides(overrides));
		void sendMessage("startReading")
			.then((overrides) => watcher.setOverrides(overrides))
			.catch(() => undefined);
	},
});

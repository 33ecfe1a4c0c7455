import { defineContentScript } from "wxt/utils/define-content-script";
import { lookEveryMs, watchClock } from "@/lib/core/watch-clock";
import { onMessage, sendMessage } from "@/lib/messaging/client";
import { insertText } from "@/lib/whatsapp/composer";
import { createContactDb } from "@/lib/whatsapp/contact-db";
import { openChat } from "@/lib/whatsapp/open-chat";
import { createPeek } from "@/lib/whatsapp/peek";
import { retryAll, retryLatest } from "@/lib/whatsapp/retry";
import { watchPage } from "@/lib/whatsapp/watch-page";

// Reads the page and reports facts; writes what the user wants inserted, and opens the chat they mean. It knows no settings, no secrets and nothing of
// customers.
export default defineContentScript({
	matches: ["https://web.whatsapp.com/*"],
	runAt: "document_end",
	main(context) {
		const { signal } = context;
		const schedule = (callback: () => void, milliseconds: number) => {
			const timer = setTimeout(callback, milliseconds);
			return () => clearTimeout(timer);
		};
		const now = () => performance.now();
		const watcher = watchPage({
			document,
			peek: createPeek(document),
			contactDb: createContactDb(indexedDB),
			now,
			schedule,
			onFacts: retryLatest((facts) => sendMessage("reportPage", facts), schedule, signal),
			onMessages: retryAll((report) => sendMessage("reportMessages", report), schedule, signal),
			signal,
		});
		onMessage("readConversation", () => watcher.readConversation());
		onMessage("useSelectors", (overrides) => watcher.setOverrides(overrides));
		const wait = (milliseconds: number) => new Promise<void>((resolve) => schedule(resolve, milliseconds));
		const ports = { readPage: watcher.readComposer, readList: watcher.readList, now, wait };
		onMessage("insertText", (input) => insertText(ports, input));
		onMessage("showChat", ({ chat }) => openChat(ports, chat));
		const look = watchClock(
			() => Date.now() - now(),
			() => void sendMessage("noteClockPutBack").catch(() => undefined),
		);
		context.setInterval(look, lookEveryMs);
		void sendMessage("startReading")
			.then((overrides) => watcher.setOverrides(overrides))
			.catch(() => undefined);
	},
});

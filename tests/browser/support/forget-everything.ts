import { extensionHelperUrl, withHelperPage } from "../../../demo/browser/helper-page";
import type { Launched } from "../../../demo/browser/launch";

/** Empties everything the extension has stored: settings, the state of tabs, cards and remembered numbers. */
export async function forgetEverything({ context, extensionId }: Launched): Promise<void> {
	await withHelperPage(context, extensionHelperUrl(extensionId), (helper) =>
		helper.evaluate(async () => {
			// The worker keeps the health of endpoints in memory, and would write it down again.
			const call = { name: "reset_crm_errors", arguments: {} };
			await chrome.runtime.sendMessage({ message: "callTool", data: call });
			// And what it is about to write into the log of requests.
			await chrome.runtime.sendMessage({ message: "deleteStoredData", data: { kind: "egress" } });
			await chrome.runtime.sendMessage({ message: "deleteStoredData", data: { kind: "crm-shapes" } });
			await Promise.all([chrome.storage.local.clear(), chrome.storage.session.clear()]);
			// Opening a database that is not there yet would create it without its stores.
			if (!(await indexedDB.databases()).some(({ name }) => name === "chatside")) return;
			const database = await new Promise<IDBDatabase>((resolve, reject) => {
				const opening = indexedDB.open("chatside");
				opening.onsuccess = () => resolve(opening.result);
				opening.onerror = () => reject(opening.error);
			});
			const transaction = database.transaction([...database.objectStoreNames], "readwrite");
			for (const name of database.objectStoreNames) transaction.objectStore(name).clear();
			await new Promise((resolve) => {
				transaction.oncomplete = resolve;
			});
			database.close();
		}),
	);
}

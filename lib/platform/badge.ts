/** Puts a mark on the toolbar button, or takes it away; `title` says what it means. */
export async function setBadge(text: string, title: string): Promise<void> {
	await chrome.action.setBadgeText({ text });
	await chrome.action.setBadgeBackgroundColor({ color: "#b3261e" });
	await chrome.action.setBadgeTextColor({ color: "#ffffff" });
	await chrome.action.setTitle({ title });
}

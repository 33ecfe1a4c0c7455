import type { BrowserContext, CDPSession, Page } from "@playwright/test";
import { withBrowserSession } from "../../../demo/browser/browser-session";

/**
 * Clicks the extension's toolbar button while `tab` is in front: opens the side panel, or fires
 * `chrome.action.onClicked`, whichever the extension has set for this tab. Works headless. Needs the switch
 * `--enable-unsafe-extension-debugging`, which `launchExtension` sets.
 */
export async function clickAction(context: BrowserContext, extensionId: string, tab: Page): Promise<void> {
	await tab.bringToFront();
	await withBrowserSession(context, async (session) => {
		const targetId = await tabTargetOf(session, tab);
		await sendExtensionsCommand(session, "Extensions.triggerAction", { id: extensionId, targetId });
	});
}

/** A page is the content of a tab, and the action wants the tab. Listing hides tabs unless it is asked for them. */
async function tabTargetOf(session: CDPSession, tab: Page): Promise<string> {
	const { targetInfos } = await session.send("Target.getTargets", { filter: [{ type: "tab" }] });
	const same = targetInfos.filter((target) => target.url === tab.url());
	const [target] = same.length > 1 ? await ownTab(session, same, tab) : same;
	if (!target) throw new Error(`No tab shows ${tab.url()}.`);
	return target.targetId;
}

type TargetInfo = { targetId: string; title: string };

/** Two tabs of one address are told apart by a title that is given to the right one for a moment. */
async function ownTab(session: CDPSession, candidates: TargetInfo[], tab: Page): Promise<TargetInfo[]> {
	const ids = new Set(candidates.map((target) => target.targetId));
	const mark = `tab-${candidates.map((target) => target.targetId).join("-")}`;
	const title = await tab.evaluate((marked) => {
		const before = document.title;
		document.title = marked;
		return before;
	}, mark);
	try {
		const { targetInfos } = await session.send("Target.getTargets", { filter: [{ type: "tab" }] });
		return targetInfos.filter((target) => ids.has(target.targetId) && target.title === mark);
	} finally {
		await tab.evaluate((before) => {
			document.title = before;
		}, title);
	}
}

type UntypedSession = { send: (method: string, params: object) => Promise<unknown> };

/** Playwright's types do not know the protocol's Extensions domain yet. */
async function sendExtensionsCommand(session: CDPSession, method: string, params: object): Promise<void> {
	await (session as unknown as UntypedSession).send(method, params);
}

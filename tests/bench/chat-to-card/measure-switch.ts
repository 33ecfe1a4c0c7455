import type { CrmTimes } from "./crm-times";
import type { Subject } from "./subject";

/** How long after the switch each step was reached, in ms. A step that was not taken is absent. */
export type Sample = {
	/** The chat page had built the chat: until then it keeps its own thread, and nobody can read it. */
	drawn: number;
	/** The worker got the first word of the chat. */
	reported?: number;
	/** The request reached the CRM. */
	asked?: number;
	/** The CRM had answered. */
	answered?: number;
	/** The frame with the customer's name was drawn. */
	painted: number;
};

declare global {
	interface Window {
		/** The time of the frame that is waited for. */
		painted: Promise<number>;
	}
}

/** Longer than any switch takes; a card that is not there by then will not come. */
const patience = 10_000;

/** Lets the worker note when it is told something; once a subject. */
export async function recordReports({ worker }: Subject): Promise<void> {
	await worker.evaluate(() => {
		Reflect.set(globalThis, "reports", []);
		chrome.runtime.onMessage.addListener((_message, sender) => {
			if (sender.tab) Reflect.get(globalThis, "reports").push(performance.timeOrigin + performance.now());
		});
	});
}

/**
 * Switches to a chat and takes the time until the panel has painted the customer's name. Times are the clocks of the
 * page, the worker, the CRM and the panel, all on this machine. Rejects when no card comes.
 */
export async function measureSwitch(
	subject: Subject,
	{ key, name }: { key: string; name: string },
	crm: CrmTimes,
): Promise<Sample> {
	const { chat, panel, worker } = subject;
	await awaitPaint(subject, name);
	const { start, drawn } = await chat.evaluate((chatKey) => {
		const clicked = performance.now();
		window.demo.open(chatKey);
		return { start: performance.timeOrigin + clicked, drawn: performance.now() - clicked };
	}, key);
	const painted = await panel.evaluate(() => window.painted);
	const reports = await worker.evaluate((): number[] => Reflect.get(globalThis, "reports").splice(0));
	const since = (time: number | undefined) =>
		time !== undefined && time >= start ? time - start : undefined;
	const served = crm.newest();
	const asked = since(served?.arrived);
	return {
		drawn,
		reported: since(reports.find((time) => time >= start)),
		asked,
		answered: asked === undefined ? undefined : since(served?.answered),
		painted: painted - start,
	};
}

/** Makes the panel watch itself. A frame is on the screen when a task runs behind its animation callback. */
async function awaitPaint({ panel, card }: Subject, name: string): Promise<void> {
	await panel.evaluate(
		([selector, text, timeout]) => {
			window.painted = new Promise((resolve, reject) => {
				const observer = new MutationObserver(() => {
					if (!document.querySelector(selector)?.textContent?.startsWith(text)) return;
					observer.disconnect();
					requestAnimationFrame(() => {
						const { port1, port2 } = new MessageChannel();
						port1.onmessage = () => resolve(performance.timeOrigin + performance.now());
						port2.postMessage(null);
					});
				});
				observer.observe(document, { subtree: true, childList: true, characterData: true });
				setTimeout(() => reject(new Error(`The panel did not show ${text}.`)), timeout);
			});
		},
		[card, name, patience] as const,
	);
}

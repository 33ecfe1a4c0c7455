import type { Page } from "@playwright/test";
import { startDemoServers } from "../../../demo/servers";
import { contacts } from "../chat-to-card/rounds";
import { openChatside, type Subject } from "../chat-to-card/subject";
import { judge } from "../judge";
import type { Measurement } from "../measurement";
import { heapAfterCollection, withWorkerSession } from "../outbox/worker-session";

const early = 100;
const late = 1_000;

/** V8 compiles what runs often, and that is no memory of what was shown: three quarters of what the panel grows by. */
const withoutCompiler = "--js-flags=--no-opt --no-maglev --no-sparkplug";

/** What worker and panel hold in memory after a thousand switches of the chat, each with its card painted, against after a hundred. */
export const memory: Measurement = {
	rows: ["memory-worker", "memory-panel"],
	async run({ buildDir }) {
		const servers = await startDemoServers();
		const subject = await openChatside(buildDir, servers, [withoutCompiler]);
		try {
			await subject.setCrm(`${servers.crmUrl}/customer-info`);
			for (let count = 0; count < early; count++) await switchChat(subject, count);
			const first = await heaps(subject);
			for (let count = early; count < late; count++) await switchChat(subject, count);
			const last = await heaps(subject);
			const goal = { of: "ratio", at: "p50", atMost: 1.1 } as const;
			const row = (name: "worker" | "panel") =>
				judge({ name: `memory-${name}`, unit: "MB", ours: [last[name]], baseline: [first[name]], goal });
			return { judged: [row("worker"), row("panel")] };
		} finally {
			await subject.close();
			await servers.close();
		}
	},
};

async function switchChat({ chat, panel, card }: Subject, count: number): Promise<void> {
	const contact = contacts[count % contacts.length];
	if (!contact) throw new Error("There is nobody to open.");
	await chat.evaluate((key) => window.demo.open(key), contact.key);
	await panel.waitForFunction(
		([selector, name]) => document.querySelector(selector)?.textContent?.startsWith(name),
		[card, contact.name] as const,
	);
}

/** In MB, after a collection of garbage. */
async function heaps({ browser, panel }: Subject): Promise<Record<"worker" | "panel", number>> {
	const worker = await withWorkerSession(browser, heapAfterCollection);
	return { worker: worker / 2 ** 20, panel: (await heapOfPage(panel)) / 2 ** 20 };
}

async function heapOfPage(page: Page): Promise<number> {
	const session = await page.context().newCDPSession(page);
	try {
		return await heapAfterCollection((method, params) => session.send(method as never, params as never));
	} finally {
		await session.detach();
	}
}

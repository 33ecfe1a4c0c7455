import { withBrowserSession } from "../../../demo/browser/browser-session";
import type { Launched } from "../../../demo/browser/launch";

/** An event of Chromium's trace; times in µs, `tdur` of the thread's processor time. */
type TraceEvent = {
	name: string;
	ph: string;
	pid: number;
	tid: number;
	tdur?: number;
	args: { name?: string };
};

/** What the worker's thread did, in ms of its own processor time: all of it, and its longest task. */
export type WorkerTasks = { total: number; longest: number };

/**
 * What the extension's worker has to do while `run` goes on. Processor time and no time by the clock: neither what else
 * the machine does nor waiting for the database is in it.
 */
export async function traceWorker({ context }: Launched, run: () => Promise<void>): Promise<WorkerTasks> {
	return withBrowserSession(context, async (session) => {
		const events: TraceEvent[] = [];
		session.on("Tracing.dataCollected", ({ value }) => {
			events.push(...(value as unknown as TraceEvent[]));
		});
		const complete = new Promise((resolve) => session.once("Tracing.tracingComplete", resolve));
		await session.send("Tracing.start", {
			transferMode: "ReportEvents",
			traceConfig: { includedCategories: ["toplevel"], recordMode: "recordAsMuchAsPossible" },
		});
		await run();
		await session.send("Tracing.end");
		await complete;
		return busiestWorker(events);
	});
}

/** The browser has extensions of its own, whose workers have next to nothing to do. */
function busiestWorker(events: readonly TraceEvent[]): WorkerTasks {
	const workers = events.filter(
		({ ph, name, args }) => ph === "M" && name === "thread_name" && args.name?.startsWith("ServiceWorker"),
	);
	const all = workers.map(({ pid, tid }): WorkerTasks => {
		const tasks = events
			.filter((event) => event.pid === pid && event.tid === tid && event.name.endsWith("::RunTask"))
			.map(({ tdur = 0 }) => tdur / 1_000);
		return {
			total: tasks.reduce((sum, task) => sum + task, 0),
			longest: tasks.reduce((most, task) => Math.max(most, task), 0),
		};
	});
	const busiest = all.toSorted((one, other) => other.total - one.total)[0];
	if (!busiest?.total) throw new Error("The trace tells nothing of the worker.");
	return busiest;
}

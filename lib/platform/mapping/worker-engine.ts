import { createMutex } from "@/lib/core/mutex";
import { fail, type Result } from "@/lib/core/result";
import { longestWorkMs, type MappingEngine, type MappingJob } from "@/lib/mapping/engine";
import type { MappingFault } from "@/lib/mapping/fault";

export type MappingResult = Result<string | undefined, MappingFault>;

/** What the worker says: that it works on the job it was given, and what came of it. */
export type WorkerMessage = "begun" | { result: MappingResult };

/** As much of a `Worker` as is needed. */
export type JobWorker = Pick<Worker, "postMessage" | "terminate" | "onmessage" | "onerror">;

/** How long a worker may take to load its program, in ms. */
const longestStartMs = 10_000;

/**
 * Runs jobs one after the other in a worker. One that works for too long is ended together with its worker, and the
 * next gets a new one; so a job waits for those before it, and for each no longer than that.
 */
export function createWorkerEngine(startWorker: () => JobWorker): MappingEngine & { close(): void } {
	const exclusively = createMutex();
	let current: JobWorker | undefined;

	const close = () => {
		current?.terminate();
		current = undefined;
	};
	const worker = (): JobWorker => {
		current ??= startWorker();
		return current;
	};

	function runNow(job: MappingJob): Promise<MappingResult> {
		return new Promise((resolve) => {
			const running = worker();
			const end = (fault: MappingFault) => {
				settle(fail(fault));
				close();
			};
			const endSlow = () => end({ problem: "too-slow", limitMs: longestWorkMs });
			const endUnstarted = () => end({ problem: "not-run", detail: "its worker did not start" });
			let timer = setTimeout(endUnstarted, longestStartMs);
			const settle = (result: MappingResult) => {
				clearTimeout(timer);
				running.onmessage = running.onerror = null;
				resolve(result);
			};
			running.onmessage = ({ data }: MessageEvent<WorkerMessage>) => {
				if (data !== "begun") return settle(data.result);
				clearTimeout(timer);
				timer = setTimeout(endSlow, longestWorkMs);
			};
			// Out of memory, or a file that cannot be loaded.
			running.onerror = ({ message }) => end({ problem: "not-run", detail: message || "its worker failed" });
			running.postMessage(job);
		});
	}

	return {
		run: (job) => exclusively(() => runNow(job)),
		warmUp: () => void worker(),
		close,
	};
}

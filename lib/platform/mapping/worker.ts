import type { MappingJob } from "@/lib/mapping/engine";
import { evaluateJob } from "@/lib/mapping/evaluate";
import type { WorkerMessage } from "./worker-engine";

// A worker of its own, because nothing else that runs JavaScript can be ended while it runs.

const tell = (message: WorkerMessage) => postMessage(message);

addEventListener("message", async ({ data }: MessageEvent<MappingJob>) => {
	tell("begun");
	tell({ result: await evaluateJob(data) });
});

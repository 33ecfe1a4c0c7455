import { useEffect, useRef, useState } from "react";
import type { MappingEngine, MappingJob } from "@/lib/mapping/engine";
import { startMappingWorker } from "@/lib/platform/mapping/start-worker";
import { createWorkerEngine, type MappingResult } from "@/lib/platform/mapping/worker-engine";

/** Whoever types is not shown what is wrong with half a word. */
const settledMs = 300;

/**
 * What a mapping makes, evaluated a moment after the last change in a worker of this page; undefined until then. The same
 * job is the same object.
 */
export function useMapped(job: MappingJob | undefined): MappingResult | undefined {
	const engine = useRef<MappingEngine & { close(): void }>(undefined);
	const [done, setDone] = useState<{ job: MappingJob; result: MappingResult }>();
	useEffect(() => () => engine.current?.close(), []);
	useEffect(() => {
		if (!job) return;
		let isWanted = true;
		const timer = setTimeout(async () => {
			engine.current ??= createWorkerEngine(startMappingWorker);
			const result = await engine.current.run(job);
			if (isWanted) setDone({ job, result });
		}, settledMs);
		return () => {
			isWanted = false;
			clearTimeout(timer);
		};
	}, [job]);
	return job && done?.result;
}

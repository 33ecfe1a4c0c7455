/** Starts the worker that evaluates mappings; where workers can be started, which a service worker cannot. */
export const startMappingWorker = (): Worker =>
	new Worker(new URL("./worker.ts", import.meta.url), { type: "module", name: "mapping" });

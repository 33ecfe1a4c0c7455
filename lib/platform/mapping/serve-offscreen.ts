import type { MappingEngine, MappingJob } from "@/lib/mapping/engine";
import type { MappingResult } from "./worker-engine";

/** The name of the background's connection to the offscreen document. */
export const mappingPort = "mapping";
export type MappingRequest = { id: number; job: MappingJob };
export type MappingReply = { id: number; result: MappingResult };

/** The document closes by itself when nothing was asked for so long, in ms. */
const idleMs = 30_000;

/** Runs, in the offscreen document, what the background asks for, and calls `close` when that was long ago. */
export function serveMappings(engine: MappingEngine, close: () => void): void {
	let running = 0;
	let timer = setTimeout(close, idleMs);
	chrome.runtime.onConnect.addListener((port) => {
		const { name, sender } = port;
		// Content scripts can connect as well, and must not make this work.
		const isOwn = sender?.id === chrome.runtime.id && sender.url?.startsWith(chrome.runtime.getURL(""));
		if (name !== mappingPort || !isOwn) return;
		engine.warmUp?.();
		let isOpen = true;
		port.onDisconnect.addListener(() => {
			isOpen = false;
		});
		port.onMessage.addListener(async ({ id, job }: MappingRequest) => {
			running++;
			clearTimeout(timer);
			const result = await engine.run(job);
			running--;
			if (running === 0) timer = setTimeout(close, idleMs);
			// A background that has ended meanwhile asks again when it needs to.
			if (isOpen) port.postMessage({ id, result } satisfies MappingReply);
		});
	});
}

import { errorText } from "@/lib/core/error-text";
import { createKept } from "@/lib/core/kept";
import { fail } from "@/lib/core/result";
import type { MappingEngine, MappingJob } from "@/lib/mapping/engine";
import { type MappingReply, type MappingRequest, mappingPort } from "./serve-offscreen";
import type { MappingResult } from "./worker-engine";

const documentPath = "offscreen.html";

type Connection = {
	/** Undefined when the document was closed before it could answer. */
	ask(job: MappingJob): Promise<MappingResult | undefined>;
};

/**
 * Runs mappings for the background, which can start no worker itself, in an offscreen document (docs/decisions/
 * 0015-mapping.md). The document is made when it is needed, and again when it has closed in between.
 */
export function createOffscreenEngine(): MappingEngine {
	const connection = createKept(connect, () => true);

	async function connect(): Promise<Connection> {
		await openDocument();
		const port = chrome.runtime.connect({ name: mappingPort });
		const waiting = new Map<number, (result: MappingResult | undefined) => void>();
		let asked = 0;
		port.onMessage.addListener(({ id, result }: MappingReply) => {
			waiting.get(id)?.(result);
			waiting.delete(id);
		});
		port.onDisconnect.addListener(() => {
			// Read, because the browser reports an error nobody has looked at.
			void chrome.runtime.lastError;
			connection.forget();
			for (const settle of waiting.values()) settle(undefined);
		});
		return {
			ask: (job) =>
				new Promise((resolve) => {
					const id = asked++;
					waiting.set(id, resolve);
					port.postMessage({ id, job } satisfies MappingRequest);
				}),
		};
	}

	return {
		async run(job) {
			let problem = "its document was closed";
			// A document may close just when it is asked, and then another is made.
			for (let attempt = 0; attempt < 2; attempt++) {
				try {
					const result = await (await connection.get()).ask(job);
					if (result) return result;
				} catch (error) {
					connection.forget();
					problem = errorText(error);
				}
			}
			return fail({ problem: "not-run", detail: problem });
		},
		warmUp: () => void connection.get().catch(() => undefined),
	};
}

/** There can be one document; a worker before this one may have made it. */
async function openDocument(): Promise<void> {
	const contexts = await chrome.runtime.getContexts({
		contextTypes: [chrome.runtime.ContextType.OFFSCREEN_DOCUMENT],
	});
	if (contexts.length > 0) return;
	await chrome.offscreen.createDocument({
		url: documentPath,
		reasons: [chrome.offscreen.Reason.WORKERS],
		justification: "Evaluates the user's mapping of a CRM answer in a worker that can be ended.",
	});
}

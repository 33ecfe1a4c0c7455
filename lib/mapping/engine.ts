import type { Result } from "@/lib/core/result";
import type { MappingFault } from "./fault";

/** A mapping's longest work, in ms. */
export const longestWorkMs = 1_000;
/** The largest value it may make, in bytes of JSON. */
export const maxMappedBytes = 5 * 1024 * 1024;
/** The longest expression, in UTF-16 units. */
export const longestMapping = 20_000;

/** The parameters of a request as an expression knows them: `$phone`, `$limit`. */
export type Bindings = Record<string, string | number | undefined>;

/** What is evaluated: `input` is JSON text. Without an input the expression is only parsed. */
export type MappingJob = { expression: string; input?: string; bindings?: Bindings };

/**
 * Evaluates expressions where one that never ends can be ended. Gives the value made as JSON text, undefined when the
 * expression finds nothing, as it does when it is only parsed.
 */
export type MappingEngine = {
	run(job: MappingJob): Promise<Result<string | undefined, MappingFault>>;
	/** Gets ready, because a job is about to come. */
	warmUp?(): void;
};

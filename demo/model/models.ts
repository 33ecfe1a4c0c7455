import type { DemoModel } from "./answer";
import { loops } from "./loops";
import { obedient } from "./obedient/obedient";
import { rules } from "./rules/rules";

/** The models of the demo by the names they are asked for. None of them is a language model. */
export const models: Readonly<Record<string, DemoModel>> = {
	/** Drafts replies, looks orders and products up and notes wishes, by fixed rules. */
	"demo-model": rules,
	"demo-model-obedient": obedient,
	"demo-model-loops": loops,
};

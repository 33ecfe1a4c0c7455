import { assistantCalls } from "./assistant/assistant-calls";
import { firstToken } from "./assistant/first-token";
import { chatToCard } from "./chat-to-card/chat-to-card";
import { firstResults } from "./first-results/first-results";
import { followupAnalysis } from "./followup/followup-analysis";
import { followupQuality } from "./followup/followup-quality";
import { followupRun } from "./followup/followup-run";
import { identityLookup } from "./identity-lookup/identity-lookup";
import { mapping1mb } from "./mapping/mapping-1mb";
import type { Measurement } from "./measurement";
import { optionsInteractive } from "./options-page/options-interactive";
import { optionsLazy } from "./options-page/options-lazy";
import { drainHeap } from "./outbox/drain-heap";
import { manyStored } from "./outbox/many-stored";
import { outboxDrain } from "./outbox/outbox-drain";
import { scanText } from "./scan-text";
import { settingsRead } from "./settings-read/settings-read";

/** Everything `npm run bench` measures. A new measurement is a file of its own and a line here. */
export const measurements: readonly Measurement[] = [
	chatToCard,
	settingsRead,
	optionsInteractive,
	optionsLazy,
	scanText,
	outboxDrain,
	drainHeap,
	manyStored,
	mapping1mb,
	identityLookup,
	firstResults,
	firstToken,
	assistantCalls,
	followupAnalysis,
	followupQuality,
	followupRun,
];

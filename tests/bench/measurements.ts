import { assistantCalls } from "./assistant/assistant-calls";
import { firstToken } from "./assistant/first-token";
import { mcpCall } from "./bridge/mcp-call";
import { chatToCard } from "./chat-to-card/chat-to-card";
import { firstResults } from "./first-results/first-results";
import { followupAnalysis } from "./followup/followup-analysis";
import { followupQuality } from "./followup/followup-quality";
import { followupRun } from "./followup/followup-run";
import { customerCache } from "./growth/customer-cache";
import { deliveriesPage } from "./growth/deliveries-page";
import { identityLookup } from "./growth/identity-lookup";
import { seenPhones } from "./growth/seen-phones";
import { mapping1mb } from "./mapping/mapping-1mb";
import type { Measurement } from "./measurement";
import { memory } from "./memory/memory";
import { optionsInteractive } from "./options-page/options-interactive";
import { drainHeap } from "./outbox/drain-heap";
import { outboxDrain } from "./outbox/outbox-drain";
import { outboxEnqueue } from "./outbox/outbox-enqueue";
import { pageCost } from "./page-cost/page-cost";
import { scanText } from "./scan-text";
import { settingsRead } from "./settings-read/settings-read";
import { optionsLazy } from "./sizes/options-lazy";
import { sizes } from "./sizes/sizes";
import { workerWake } from "./worker-wake/worker-wake";

/** Everything `npm run bench` measures. A new measurement is a file of its own and a line here. */
export const measurements: readonly Measurement[] = [
	sizes,
	optionsLazy,
	chatToCard,
	firstResults,
	workerWake,
	optionsInteractive,
	pageCost,
	memory,
	settingsRead,
	scanText,
	outboxEnqueue,
	outboxDrain,
	drainHeap,
	mapping1mb,
	identityLookup,
	customerCache,
	seenPhones,
	deliveriesPage,
	firstToken,
	assistantCalls,
	followupAnalysis,
	followupQuality,
	followupRun,
	mcpCall,
];

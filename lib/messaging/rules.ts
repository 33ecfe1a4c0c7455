import { assistantSchema } from "@/lib/assistant/settings-schema";
import type { NotedUsage } from "@/lib/assistant/usage";
import { approvalAnswers } from "@/lib/bridge/asked-calls";
import { type BridgeCallFilter, bridgeCallStates } from "@/lib/bridge/call-log";
import { bridgeSchema, clientAccessSchema, clientKeySchema } from "@/lib/bridge/settings-schema";
import type { Decision, IdentityRecord } from "@/lib/contacts/customer-link";
import type { FoundCustomer } from "@/lib/contacts/found-customer";
import type { IdentityKey } from "@/lib/contacts/identity-key";
import { purposeKinds } from "@/lib/core/http";
import { z } from "@/lib/core/schema";
import { endpointTypes } from "@/lib/crm/endpoint-type";
import { detectionSchema } from "@/lib/detection/preferences";
import { egressStates, type PageEntry } from "@/lib/egress/entry";
import type { EgressFilter } from "@/lib/egress/filter";
import { dismissReasons, type FollowUpAction, followUpStates } from "@/lib/followup/follow-up";
import { followUpSchema } from "@/lib/followup/settings-schema";
import { type CallFilter, callStates } from "@/lib/functions/call-log";
import type { FunctionCall } from "@/lib/functions/call-request";
import { customFunctionSchema } from "@/lib/functions/definition";
import { unmadeReasons } from "@/lib/functions/unmade";
import { storedKindNames } from "@/lib/platform/stored-kind";
import { selectorOverridesSchema } from "@/lib/settings/schema";
import { deliveryStatuses } from "@/lib/webhooks/delivery";
import type { DeliveryFilter, DeliverySelection } from "@/lib/webhooks/delivery-filter";
import { configurableEvents } from "@/lib/webhooks/event";
import { retentionSchema } from "@/lib/webhooks/retention";
import type { Allowance } from "./allowance";
import type { MessageInput } from "./client";
import { messagesReport, pageFacts, weightOf } from "./page-schemas";
import type { Protocol } from "./protocol";

/** In characters: no product's text is so long, and no search. */
const longestInsertion = 20_000;
const longestQuery = 500;
/** Arguments of a function that are longer than it takes are refused in words, and these are not even looked at. */
const longestArgumentsText = 20_000_000;

/** Who can send: the content script in a WhatsApp tab, or a page of the extension. */
export type Sender = "content-script" | "extension-page";

export type Rule<Name extends keyof Protocol> = {
	from: readonly Sender[];
	input: z.ZodType<MessageInput<Name>>;
	/** How much of it one tab may send; without it, as much as it likes. */
	allowance?: Allowance;
	/** How much a message counts; 1 without it. */
	weight?(data: MessageInput<Name>): number;
};

const nothing = z
	.undefined()
	.or(z.null())
	.transform(() => undefined);
const tab = z.strictObject({ tabId: z.number().int() });

const deliveryFilter: z.ZodType<DeliveryFilter> = z.strictObject({
	status: z.enum(deliveryStatuses).optional(),
	event: z.enum(configurableEvents).optional(),
	text: z.string().max(200).optional(),
	since: z.number().optional(),
	until: z.number().optional(),
	leaveOut: z.literal("cancelled-by-hand").optional(),
});
const deliverySelection: z.ZodType<DeliverySelection> = z.union([
	z.strictObject({ seqs: z.array(z.number().int()).max(100_000) }),
	z.strictObject({ filter: deliveryFilter }),
]);
const egressFilter: z.ZodType<EgressFilter> = z.strictObject({
	host: z.string().max(300).optional(),
	kind: z.enum(purposeKinds).optional(),
	name: z.string().max(300).optional(),
	state: z.enum(egressStates).optional(),
	text: z.string().max(200).optional(),
	since: z.number().optional(),
	until: z.number().optional(),
});
const amount = z.number().min(0).max(1e12);
const notedUsage: z.ZodType<NotedUsage> = z.strictObject({
	inputTokens: amount,
	outputTokens: amount,
	cost: amount,
	answers: z.number().int().min(0).max(1),
	estimated: amount.optional(),
});
/** Only models are asked by pages. */
const pageEntry: z.ZodType<PageEntry> = z.strictObject({
	at: z.number(),
	kind: z.enum(["model", "model-test"]),
	name: z.string().max(300),
	method: z.enum(["GET", "POST"]),
	host: z.string().max(300),
	path: z.string().max(2_000),
	fields: z.array(z.string().max(200)).max(100),
	bytes: z.number().int(),
	ms: z.number().int(),
	state: z.enum(egressStates),
	status: z.number().int().optional(),
	failure: z.string().max(100).optional(),
});
const preferences = z.strictObject({
	detection: detectionSchema.optional(),
	deliveries: retentionSchema.optional(),
	followup: followUpSchema.optional(),
});

const identityKey = z.custom<IdentityKey>(
	(value) => typeof value === "string" && /^(phone|lid|username):.{1,200}$/.test(value),
);
const customerId = z.string().min(1).max(1_000);
const linkable = z.strictObject({
	customerId,
	customerName: z.string().max(10_000).optional(),
	phones: z.array(z.string().max(20)).max(100),
	askBy: z.string().max(100).optional(),
});
const customerQuery = z.strictObject({
	phone: z.string().max(100).optional(),
	relatedPhones: z.array(z.string().max(100)).max(100),
	customerId: customerId.optional(),
	linkedPhone: z.string().max(100).optional(),
});
const identityRecord: z.ZodType<IdentityRecord> = z.strictObject({
	key: identityKey,
	link: linkable.extend({ at: z.number(), by: z.enum(["hand", "phone-match"]) }).optional(),
	rejected: z.array(customerId),
	phoneSearch: z
		.strictObject({ at: z.number(), endpoint: z.string(), claimants: z.array(z.custom<FoundCustomer>()) })
		.optional(),
});
const decision: z.ZodType<Decision> = z.union([
	z.strictObject({ do: z.literal("link"), customer: linkable }),
	z.strictObject({ do: z.literal("unlink") }),
	z.strictObject({ do: z.enum(["reject", "accept"]), customerId }),
]);

const callFilter: z.ZodType<CallFilter> = z.strictObject({
	name: z.string().max(100).optional(),
	state: z.enum(callStates).optional(),
	text: z.string().max(200).optional(),
});
const bridgeCallFilter: z.ZodType<BridgeCallFilter> = z.strictObject({
	client: z.string().max(200).optional(),
	state: z.enum(bridgeCallStates).optional(),
});
const functionCall: z.ZodType<FunctionCall> = tab.extend({
	conversation: z.string().max(10_000),
	name: z.string().max(200),
	arguments: z.string().max(longestArgumentsText),
	tainted: z.boolean(),
});
const triedFunction = z.strictObject({
	definition: customFunctionSchema,
	arguments: z.string().max(longestArgumentsText),
	phone: z
		.string()
		.regex(/^\+[1-9]\d{6,14}$/)
		.optional(),
});
const approval = z.strictObject({ approval: z.string().max(100) });

const chatRef = z.strictObject({ title: z.string().max(1_000), chatId: z.string().max(1_000).optional() });
const followUpAction: z.ZodType<FollowUpAction> = z.union([
	z.strictObject({ do: z.enum(["contacted", "reopen"]) }),
	z.strictObject({ do: z.literal("snooze"), until: z.number() }),
	z.strictObject({ do: z.literal("dismiss"), because: z.enum(dismissReasons) }),
]);

/** The messages the background takes, each with its schema and the senders it is taken from. */
export const rules = {
	startReading: { from: ["content-script"], input: nothing, allowance: { atOnce: 100, perSecond: 1 } },
	// More than a person can open or scroll through. What is refused is told again, so that nothing is lost by it.
	reportPage: { from: ["content-script"], input: pageFacts, allowance: { atOnce: 2_000, perSecond: 20 } },
	reportMessages: {
		from: ["content-script"],
		input: messagesReport,
		allowance: { atOnce: 30_000, perSecond: 100 },
		weight: weightOf,
	},
	noteClockPutBack: {
		from: ["content-script", "extension-page"],
		input: nothing,
		allowance: { atOnce: 10, perSecond: 0.05 },
	},
	getConversation: { from: ["extension-page"], input: tab },
	getCard: { from: ["extension-page"], input: z.strictObject({ key: z.string() }) },
	refreshCustomer: { from: ["extension-page"], input: tab.extend({ force: z.boolean() }) },
	getCustomerContext: {
		from: ["extension-page"],
		input: tab.extend({ question: customerQuery, force: z.boolean() }),
	},
	linkPhone: {
		from: ["extension-page"],
		input: tab.extend({ name: z.string().max(1_000), phone: z.string().max(100).nullable() }),
	},
	findCustomers: { from: ["extension-page"], input: tab.extend({ query: z.string().max(200) }) },
	previewCustomer: { from: ["extension-page"], input: z.strictObject({ customer: linkable }) },
	decideCustomer: { from: ["extension-page"], input: tab.extend({ key: identityKey, decision }) },
	undoDecision: {
		from: ["extension-page"],
		input: z.strictObject({ records: z.array(identityRecord).max(10) }),
	},
	insertIntoChat: {
		from: ["extension-page"],
		input: tab.extend({
			text: z.string().min(1).max(longestInsertion),
			chat: chatRef,
		}),
	},
	searchProducts: { from: ["extension-page"], input: tab.extend({ query: z.string().max(longestQuery) }) },
	searchEverywhere: {
		from: ["extension-page"],
		input: z.strictObject({ place: z.string().max(100), query: z.string().max(longestQuery) }),
	},
	searchLocally: {
		from: ["extension-page"],
		input: z.strictObject({ query: z.string().min(1).max(longestQuery) }),
	},
	requestFunctionCall: { from: ["extension-page"], input: functionCall },
	approveFunctionCall: { from: ["extension-page"], input: approval },
	refuseFunctionCall: {
		from: ["extension-page"],
		input: approval.extend({ because: z.enum(unmadeReasons) }),
	},
	tryFunction: {
		from: ["extension-page"],
		input: triedFunction.extend({ current: z.string().max(100).optional() }),
	},
	previewFunction: { from: ["extension-page"], input: triedFunction },
	getFunctionCallAmount: { from: ["extension-page"], input: nothing },
	listFunctionCalls: {
		from: ["extension-page"],
		input: z.strictObject({
			filter: callFilter,
			before: z.number().int().optional(),
			limit: z.number().int().min(1).max(1_000),
		}),
	},
	removeFunctionCalls: { from: ["extension-page"], input: z.strictObject({ filter: callFilter }) },
	listFollowUps: {
		from: ["extension-page"],
		input: z.strictObject({
			state: z.enum(followUpStates).optional(),
			limit: z.number().int().min(1).max(10_000),
		}),
	},
	actOnFollowUp: {
		from: ["extension-page"],
		input: z.strictObject({ id: z.string().max(500), action: followUpAction }),
	},
	runFollowUp: { from: ["extension-page"], input: nothing },
	previewFollowUp: { from: ["extension-page"], input: nothing },
	getFollowUpRuns: { from: ["extension-page"], input: nothing },
	getFunnel: { from: ["extension-page"], input: z.strictObject({ since: z.number() }) },
	getLearnedWeights: { from: ["extension-page"], input: nothing },
	resetLearnedWeights: { from: ["extension-page"], input: nothing },
	openChat: { from: ["extension-page"], input: tab.extend({ chat: chatRef }) },
	getAnalysisConsent: { from: ["extension-page"], input: tab },
	setAnalysisConsent: { from: ["extension-page"], input: tab.extend({ analyse: z.boolean() }) },
	inspectPage: { from: ["extension-page"], input: tab },
	getSelectorOverrides: { from: ["extension-page"], input: nothing },
	setSelectorOverrides: { from: ["extension-page"], input: selectorOverridesSchema },
	callTool: {
		from: ["extension-page"],
		input: z.strictObject({ name: z.string(), arguments: z.record(z.string(), z.unknown()).optional() }),
	},
	listTools: { from: ["extension-page"], input: nothing },
	answerRpc: { from: ["extension-page"], input: z.strictObject({ message: z.unknown() }) },
	getSettingsOverview: { from: ["extension-page"], input: nothing },
	undoChange: { from: ["extension-page"], input: z.strictObject({ id: z.number().int() }) },
	restoreSettings: { from: ["extension-page"], input: nothing },
	exportSettings: { from: ["extension-page"], input: z.strictObject({ secrets: z.boolean() }) },
	planImport: { from: ["extension-page"], input: z.strictObject({ file: z.unknown() }) },
	applyImport: {
		from: ["extension-page"],
		input: z.strictObject({ file: z.unknown(), fingerprint: z.string() }),
	},
	getStoredData: { from: ["extension-page"], input: nothing },
	deleteStoredData: {
		from: ["extension-page"],
		input: z.strictObject({ kind: z.enum([...storedKindNames, "everything"]) }),
	},
	forgetPhone: { from: ["extension-page"], input: z.strictObject({ text: z.string().max(1_000) }) },
	dismissDataLoss: { from: ["extension-page"], input: nothing },
	exportStoredData: { from: ["extension-page"], input: nothing },
	revealWebhookSecret: { from: ["extension-page"], input: nothing },
	getOutboxStatus: { from: ["extension-page"], input: nothing },
	listDeliveries: {
		from: ["extension-page"],
		input: z.strictObject({
			filter: deliveryFilter,
			before: z.number().int().optional(),
			limit: z.number().int().min(1).max(1_000),
		}),
	},
	getDelivery: { from: ["extension-page"], input: z.strictObject({ seq: z.number().int() }) },
	getDeliveryHours: { from: ["extension-page"], input: z.strictObject({ since: z.number() }) },
	sendDeliveriesAgain: { from: ["extension-page"], input: deliverySelection },
	cancelDeliveries: { from: ["extension-page"], input: deliverySelection },
	removeDeliveries: { from: ["extension-page"], input: deliverySelection },
	getEgressOverview: { from: ["extension-page"], input: nothing },
	listEgress: {
		from: ["extension-page"],
		input: z.strictObject({
			filter: egressFilter,
			before: z.number().int().optional(),
			limit: z.number().int().min(1).max(1_000),
		}),
	},
	removeEgress: { from: ["extension-page"], input: z.strictObject({ filter: egressFilter }) },
	getEndpointHistories: { from: ["extension-page"], input: nothing },
	acceptDrift: {
		from: ["extension-page"],
		input: z.strictObject({ type: z.enum(endpointTypes), path: z.string().max(1_000) }),
	},
	getAssistant: { from: ["extension-page"], input: nothing },
	setAssistant: { from: ["extension-page"], input: assistantSchema.partial() },
	getModelConnection: { from: ["extension-page"], input: nothing },
	noteModelUsage: { from: ["extension-page"], input: notedUsage },
	getModelUsage: { from: ["extension-page"], input: nothing },
	recordRequest: {
		from: ["extension-page"],
		input: z.strictObject({ entry: pageEntry, seq: z.number().int().optional() }),
	},
	getBridge: { from: ["extension-page"], input: nothing },
	retryBridge: { from: ["extension-page"], input: nothing },
	setBridge: { from: ["extension-page"], input: bridgeSchema.partial() },
	setClientAccess: {
		from: ["extension-page"],
		input: z.strictObject({ key: clientKeySchema, access: clientAccessSchema }),
	},
	answerBridgeCall: {
		from: ["extension-page"],
		input: approval.extend({ answer: z.enum(approvalAnswers) }),
	},
	endBridgeGrant: { from: ["extension-page"], input: z.strictObject({ session: z.string().max(200) }) },
	listBridgeCalls: {
		from: ["extension-page"],
		input: z.strictObject({
			filter: bridgeCallFilter,
			before: z.number().int().optional(),
			limit: z.number().int().min(1).max(1_000),
		}),
	},
	clearBridgeCalls: { from: ["extension-page"], input: nothing },
	getPreferences: { from: ["extension-page"], input: nothing },
	setPreferences: { from: ["extension-page"], input: preferences },
} satisfies { [Name in keyof Protocol]?: Rule<Name> };

/** The messages the background answers; the others go to content scripts. */
export type HandledMessage = keyof typeof rules;

import type { Assistant } from "@/lib/assistant/settings";
import type { DayUsage, NotedUsage, UsageDays } from "@/lib/assistant/usage";
import type { ApprovalAnswer } from "@/lib/bridge/asked-calls";
import type { BridgeCallEntry, BridgeCallFilter } from "@/lib/bridge/call-log";
import type { BridgeOverview } from "@/lib/bridge/overview";
import type { BridgeSettings, ClientAccess } from "@/lib/bridge/settings";
import type { ConversationState } from "@/lib/contacts/conversation-state";
import type { Decision, IdentityRecord, Linkable } from "@/lib/contacts/customer-link";
import type { FoundInLink } from "@/lib/contacts/find-in-links";
import type { FoundCustomers } from "@/lib/contacts/found-customer";
import type { IdentityKey } from "@/lib/contacts/identity-key";
import type { HttpRequest } from "@/lib/core/http";
import type { RowPage } from "@/lib/core/known-rows";
import type { Result } from "@/lib/core/result";
import type { CustomerAnswer } from "@/lib/crm/customer";
import type { ContextAnswer } from "@/lib/crm/customer-context";
import type { EndpointType } from "@/lib/crm/endpoint-type";
import type { CrmFailure } from "@/lib/crm/failure";
import type { FoundInCards } from "@/lib/crm/find-in-cards";
import type { ProductsFound } from "@/lib/crm/found-products";
import type { SearchResult } from "@/lib/crm/read-results-answer";
import type { CustomerQuery } from "@/lib/crm/request";
import type { ForgottenPhone, TypedPhoneFailure } from "@/lib/detection/typed-phone";
import type { EndpointHistory } from "@/lib/egress/endpoint-histories";
import type { PageEntry } from "@/lib/egress/entry";
import type { EgressFilter, EgressOverview, EgressPage } from "@/lib/egress/filter";
import type { SignalFactors } from "@/lib/followup/conversation";
import type {
	FollowUp,
	FollowUpAction,
	FollowUpActionResult,
	FollowUpRun,
	FollowUpState,
	FunnelReport,
	PreviewedConversation,
} from "@/lib/followup/follow-up";
import type { Forgotten } from "@/lib/followup/kept-conversation";
import type { CallEntry, CallFilter } from "@/lib/functions/call-log";
import type { FunctionAnswer, FunctionFailure } from "@/lib/functions/call-outcome";
import type { FunctionCall, FunctionCallState } from "@/lib/functions/call-request";
import type { CustomFunction } from "@/lib/functions/definition";
import type { UnmadeReason } from "@/lib/functions/unmade";
import type { StoredAmount, StoredDataFile, StoredKindName } from "@/lib/platform/stored-kind";
import type { ExportFile, ImportFailure, ImportPlan } from "@/lib/settings/export-file";
import type { SettingsFailure, SettingsReadFailure } from "@/lib/settings/failure";
import type { SettingsOverview } from "@/lib/settings/overview";
import type { Preferences } from "@/lib/settings/schema";
import type { SecretsMissing } from "@/lib/settings/secrets";
import type { JsonRpcResponse } from "@/lib/tools/json-rpc";
import type { ToolCall, ToolListing, ToolResponse } from "@/lib/tools/tool";
import type { Delivery } from "@/lib/webhooks/delivery";
import type {
	DeliveryFilter,
	DeliveryHour,
	DeliveryPage,
	DeliveryRow,
	DeliverySelection,
} from "@/lib/webhooks/delivery-filter";
import type { OutboxStatus } from "@/lib/webhooks/outbox-status";
import type { ChatRef } from "@/lib/whatsapp/chat-ref";
import type {
	ConversationReading,
	InsertFailure,
	MessagesReport,
	OpenFailure,
	PageFacts,
	SelectorOverrides,
} from "@/lib/whatsapp/facts";

/** Every message, as a verb with what it takes and what it answers. Schemas and allowed senders: rules.ts. */
export type Protocol = {
	/** Content script → background, when it starts: which replacement selectors to use. */
	startReading(): SelectorOverrides;
	/** Content script → background, when what the page shows has changed. */
	reportPage(facts: PageFacts): void;
	/** Content script → background, when the page has begun to show messages of a chat. */
	reportMessages(report: MessagesReport): void;
	/** Content script, options page → background: the clock was put back, and alarms are late by as much. */
	noteClockPutBack(): void;
	/** Background → content script: read the whole open conversation now. */
	readConversation(): ConversationReading;
	/** Background → content script: write a text into the message box, if that chat is open; null when it is there. */
	insertText(input: { text: string; chat: ChatRef }): InsertFailure | null;
	/** Background → content script: find a chat in the page's list and open it; null when it is open. */
	showChat(input: { chat: ChatRef }): OpenFailure | null;
	/** Background → content script: the user changed the replacement selectors. */
	useSelectors(overrides: SelectorOverrides): void;

	/** Panel → background: the state of a tab; later changes are told by storage (lib/platform/conversations). */
	getConversation(input: { tabId: number }): ConversationState;
	/** Panel → background: a card by its key; null when it is no longer kept. */
	getCard(input: { key: string }): { answer: CustomerAnswer; fetchedAt: number } | null;
	/** Background → panel: the card the tab's next state points to, so that nobody has to ask for it. */
	showCard(input: { tabId: number; key: string; card: { answer: CustomerAnswer; fetchedAt: number } }): void;
	/** Panel → background: look the customer up again; `force` asks the CRM even when the card is fresh. */
	refreshCustomer(input: { tabId: number; force: boolean }): void;
	/** Panel → background: what the assistant is told of whom the tab's conversation is with; empty once it is another. */
	getCustomerContext(input: { tabId: number; question: CustomerQuery; force: boolean }): ContextAnswer;
	/**
	 * Panel → background: the user says which number the conversation of that name has; null takes that back. Refused once
	 * another is open.
	 */
	linkPhone(input: { tabId: number; name: string; phone: string | null }): Result<null, LinkFailure>;
	/** Panel → background: search the CRM for a customer; the search the tab made before is given up. */
	findCustomers(input: { tabId: number; query: string }): Result<FoundCustomers, CustomerSearchFailure>;
	/** Panel → background: the card of a customer that was found, before anybody is linked to them. */
	previewCustomer(input: { customer: Linkable }): Result<CustomerAnswer, CustomerSearchFailure>;
	/**
	 * Panel → background: who the person of that key is, or is not. Gives the records from before, for `undoDecision`;
	 * refused when the tab's conversation is with somebody else by now.
	 */
	decideCustomer(input: {
		tabId: number;
		key: IdentityKey;
		decision: Decision;
	}): Result<IdentityRecord[], { reason: "other-conversation" }>;
	/** Panel → background: what was remembered before a decision counts again, whichever chat is open now. */
	undoDecision(input: { records: IdentityRecord[] }): void;
	/** Panel → background: write a text into the message box of a chat, without sending it; null when it is there. */
	insertIntoChat(input: { tabId: number; text: string; chat: ChatRef }): InsertFailure | null;
	/** Panel → background: search the CRM's products, ending the tab's search before; an empty query only does that. */
	searchProducts(input: { tabId: number; query: string }): Result<ProductsFound, CrmFailure>;
	/** Panel, options page → background: search all of the CRM, as `searchProducts` does; null without an endpoint. */
	searchEverywhere(input: { place: string; query: string }): Result<SearchResult[] | null, CrmFailure>;
	/** Panel, options page → background: search what is known here. */
	searchLocally(input: { query: string }): FoundHere;
	/** Panel → background: call a function; made at once, or kept until a person has agreed. */
	requestFunctionCall(call: FunctionCall): FunctionCallState;
	/** Panel → background: a person has agreed to that call; it is made, once. */
	approveFunctionCall(input: { approval: string }): Result<FunctionAnswer, FunctionFailure>;
	/** Panel → background: that call is not made: a person has said no, nobody waits for it any more, or its time is over. */
	refuseFunctionCall(input: { approval: string; because: UnmadeReason }): void;
	/**
	 * Options page → background: call a function as it is written there, because a person pressed the button. A masked
	 * credential stands for that of the stored function `current`. `phone`: E.164, for a fixed argument.
	 */
	tryFunction(input: {
		definition: CustomFunction;
		current?: string;
		arguments: string;
		phone?: string;
	}): Result<FunctionAnswer, FunctionFailure | SecretsMissing>;
	/** Options page → background: what trying a function out would send, with its secrets masked. Nothing is sent. */
	previewFunction(input: {
		definition: CustomFunction;
		arguments: string;
		phone?: string;
	}): Result<HttpRequest, FunctionFailure>;
	/** Options page → background: how many calls of functions are kept, and the `seq` of the newest. */
	getFunctionCallAmount(): { count: number; newest?: number };
	/** Options page → background: calls of functions, newest first, before the one with that `seq`. */
	listFunctionCalls(input: { filter: CallFilter; before?: number; limit: number }): RowPage<CallEntry>;
	/** Options page → background: forget the calls a filter means; gives how many. */
	removeFunctionCalls(input: { filter: CallFilter }): number;
	/** Panel, options page → background: follow-ups, the most urgent first; those of a state alone, where one is named. */
	listFollowUps(input: { state?: FollowUpState; limit: number }): FollowUp[];
	/** Panel → background: what the agent did with a follow-up. */
	actOnFollowUp(input: { id: string; action: FollowUpAction }): FollowUpActionResult;
	/** Panel, options page → background: look for follow-ups now; progress is told by storage. False while a run is under way. */
	runFollowUp(): boolean;
	/** Options page → background: what a run would find now; stores nothing, tells nobody. */
	previewFollowUp(): PreviewedConversation[];
	/** Options page → background: the last runs, newest first. */
	getFollowUpRuns(): FollowUpRun[];
	/** Options page → background: how many were found, contacted, replied, converted since then, ms since the epoch. */
	getFunnel(input: { since: number }): FunnelReport;
	/** Options page → background: what was learned of dismissals, by signal. */
	getLearnedWeights(): SignalFactors;
	/** Options page → background: forget what was learned. */
	resetLearnedWeights(): void;
	/** Panel → background: whether messages of the tab's conversation are kept and analysed. */
	getAnalysisConsent(input: { tabId: number }): boolean | null;
	/** Panel → background: keep and analyse them, or neither; what is kept is deleted with a no, and told how much that was. */
	setAnalysisConsent(input: { tabId: number; analyse: boolean }): Forgotten;
	/** Panel → background: open that chat in the tab; null when it is open. */
	openChat(input: { tabId: number; chat: ChatRef }): OpenFailure | null;
	/** Panel → background: read the page's messages for the health view. */
	inspectPage(input: { tabId: number }): ConversationReading | null;
	/** Options page → background: the selector overrides as stored. */
	getSelectorOverrides(): SelectorOverrides;
	/** Options page → background: replace the selector overrides. */
	setSelectorOverrides(overrides: SelectorOverrides): Result<null, SettingsFailure>;
	/** Panel, options page → background: run a tool (docs/contract.md, section 1). */
	callTool(call: ToolCall): ToolResponse;
	/** Options page → background: the tools there are, as MCP lists them. */
	listTools(): ToolListing[];
	/** Options page → background: a JSON-RPC request as typed by the user. */
	answerRpc(request: { message: unknown }): JsonRpcResponse;

	/** Options page → background: whether the settings can be read, what is locked, and their last changes. */
	getSettingsOverview(): SettingsOverview;
	/** Options page → background: take one change of the history back. */
	undoChange(input: { id: number }): Result<null, SettingsFailure>;
	/** Options page → background: put unreadable settings aside and begin again with the last good copy. */
	restoreSettings(): Result<null, SettingsFailure>;
	/** Options page → background: the settings as a file; with secrets only when asked for. */
	exportSettings(input: { secrets: boolean }): Result<ExportFile, SettingsReadFailure>;
	/** Options page → background: what importing a file would change. */
	planImport(input: {
		file: unknown;
	}): Result<Omit<ImportPlan, "settings">, ImportFailure | SettingsReadFailure>;
	/** Options page → background: import a file, if that does what the plan of this fingerprint said. */
	applyImport(input: { file: unknown; fingerprint: string }): Result<null, ImportFailure | SettingsFailure>;
	/** Options page → background: what is stored, kind by kind, in their order. */
	getStoredData(): StoredAmount[];
	/** Options page → background: delete all of one kind, or everything, even settings that cannot be read. */
	deleteStoredData(input: { kind: StoredKindName | "everything" }): Result<null, SettingsFailure>;
	/** Options page → background: forget one number that was seen, in any notation; it then counts as new. */
	forgetPhone(input: { text: string }): Result<ForgottenPhone, TypedPhoneFailure>;
	/** Options page → background: the notice that the database was lost has been read. */
	dismissDataLoss(): void;
	/** Options page → background: everything that is stored, without secrets, as a file's content. */
	exportStoredData(): StoredDataFile;
	/** Options page → background: the webhook's secret, for the user's own eyes; no tool tells it. */
	revealWebhookSecret(): Result<string, SettingsReadFailure>;

	/** Options page → background: how the outbox is; later changes are told by storage (lib/platform/storage). */
	getOutboxStatus(): OutboxStatus;
	/** Options page → background: deliveries, newest first, before that one in the order they were stored. */
	listDeliveries(input: { filter: DeliveryFilter; before?: number; limit: number }): DeliveryPage;
	/** Options page → background: one delivery with its body and attempts; null when it is gone. */
	getDelivery(input: { seq: number }): Delivery | null;
	/** Options page → background: what was settled in each hour since then. */
	getDeliveryHours(input: { since: number }): DeliveryHour[];
	/** Options page → background: put deliveries at the front of the queue; gives how many. */
	sendDeliveriesAgain(selection: DeliverySelection): number;
	/** Options page → background: end what is pending; gives how many. */
	cancelDeliveries(selection: DeliverySelection): number;
	/** Options page → background: forget what is settled; gives how many. */
	removeDeliveries(selection: DeliverySelection): number;
	/** Options page → background: how many requests are logged, and what they can be filtered by. */
	getEgressOverview(): EgressOverview;
	/** Options page → background: logged requests, newest first, before the one with that `seq`. */
	listEgress(input: { filter: EgressFilter; before?: number; limit: number }): EgressPage;
	/** Options page → background: forget the logged requests a filter means; gives how many. */
	removeEgress(input: { filter: EgressFilter }): number;

	/** Options page → background: what the log tells of the calls of each endpoint that is set. */
	getEndpointHistories(): EndpointHistory[];
	/** Options page → background: a change in an endpoint's answers is fine; the field is learned anew. */
	acceptDrift(input: { type: EndpointType; path: string }): void;

	/** Panel, options page → background: what is set about the assistant, key and header values masked. */
	getAssistant(): Result<Assistant, SettingsReadFailure>;
	/** Options page → background: replace those fields that are given; a masked secret stays, for the same server. */
	setAssistant(fields: Partial<Assistant>): Result<null, SettingsFailure | SecretsMissing>;
	/** Panel, options page → background: the same with its secrets, for the page to ask the model itself. */
	getModelConnection(): Result<Assistant, SettingsReadFailure>;
	/** Panel, options page → background: add what an answer used to today; gives today after it. */
	noteModelUsage(used: NotedUsage): DayUsage;
	/** Panel, options page → background: what was used today, and in every day that is kept, the oldest first. */
	getModelUsage(): { today: DayUsage; days: UsageDays };
	/** Panel, options page → background: note a request the page makes itself; `seq` is of the note it replaces. */
	recordRequest(input: { entry: PageEntry; seq?: number }): number;

	/** Options page → background: the bridge's connection, what is set about it, and the programs that know it. */
	getBridge(): BridgeOverview;
	/** Options page → background: try to reach the bridge now. */
	retryBridge(): void;
	/** Options page → background: replace those fields of the bridge's settings that are given. */
	setBridge(fields: Partial<BridgeSettings>): Result<null, SettingsFailure>;
	/** Options page → background: what a program may do from now on; `key` as `clientKey` gives it. */
	setClientAccess(input: { key: string; access: ClientAccess }): Result<null, SettingsFailure>;
	/** Panel, options page → background: a person has answered a program's call; false when that came too late. */
	answerBridgeCall(input: { approval: string; answer: ApprovalAnswer }): boolean;
	/** Options page → background: what that connection asks for waits for a person again. */
	endBridgeGrant(input: { session: string }): void;
	/** Options page → background: calls of programs, newest first, before the one with that `seq`. */
	listBridgeCalls(input: {
		filter: BridgeCallFilter;
		before?: number;
		limit: number;
	}): RowPage<BridgeCallEntry>;
	/** Options page → background: forget all of them. */
	clearBridgeCalls(): void;

	/** Options page → background: what is set about detection, the time deliveries are kept and the follow-up. */
	getPreferences(): Result<Preferences, SettingsReadFailure>;
	/** Options page → background: replace those parts that are given. */
	setPreferences(preferences: Partial<Preferences>): Result<null, SettingsFailure>;
};

/** `not-configured`: the endpoint that would be asked is not set. */
export type CustomerSearchFailure = CrmFailure | { reason: "not-configured" };

/** What a search over what is known here finds: customers of cached cards and linked ones, deliveries newest first. */
export type FoundHere = { customers: (FoundInCards | FoundInLink)[]; deliveries: DeliveryRow[] };

export type LinkFailure = { reason: "not-a-phone" } | { reason: "no-conversation" };

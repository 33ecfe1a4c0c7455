import type { ConversationState } from "@/lib/contacts/conversation-state";
import { phoneKey } from "@/lib/contacts/identity-key";
import type { Clock } from "@/lib/core/clock";
import { errorText } from "@/lib/core/error-text";
import type { Http, HttpRequest, Purpose } from "@/lib/core/http";
import { fail, ok, type Result } from "@/lib/core/result";
import { permissionPattern } from "@/lib/crm/endpoint-url";
import { canonicalJson } from "@/lib/settings/items";
import { type ApprovedCall, approvalHash, approvalReason } from "./approval";
import type { Approvals, WaitingCall } from "./approvals";
import { readArguments } from "./arguments";
import { buildFunctionRequest, fixedArguments, maskedFunctionRequest } from "./build-request";
import { callFunction } from "./call-function";
import type { ApprovedBy, CallEntry, MadeCall } from "./call-log";
import type { FunctionAnswer, FunctionFailure } from "./call-outcome";
import type { ApprovalRequest, FunctionCall, FunctionCallState } from "./call-request";
import { conversationId, conversationPhone } from "./conversation-id";
import type { CustomFunction } from "./definition";
import { type UnmadeReason, unmade } from "./unmade";

export type FunctionCallPorts = {
	/** The functions as they are set now, with their secrets; none where the settings cannot be read. */
	definitions(): Promise<readonly CustomFunction[]>;
	/** The conversation of a tab. */
	conversation(tabId: number): Promise<ConversationState>;
	approvals: Approvals;
	hasPermission(pattern: string): Promise<boolean>;
	http: Http;
	now: Clock;
	/** Keeps what came of a call. A log that cannot be written fails no call. */
	record(call: MadeCall): void;
};

export type FunctionCalls = ReturnType<typeof createFunctionCalls>;

type Outcome = Result<FunctionAnswer, FunctionFailure>;
type Shown = NonNullable<CallEntry["request"]>;

/** A call that can be made: what it is, and its request as people read it. */
type Ready = { call: ApprovedCall; shown: Shown };

/**
 * Calls of functions, from whoever wants one made to what came of it. The only way to make one that needs a person is
 * `approve`, with the name only the one who asks them is given; nothing a model writes leads there.
 */
export function createFunctionCalls(ports: FunctionCallPorts) {
	const { approvals, now, record } = ports;

	/** Everything that can be known before a person is asked. */
	async function prepare(call: Omit<FunctionCall, "tainted">): Promise<Result<Ready, FunctionFailure>> {
		const { tabId, conversation, name } = call;
		const definition = (await ports.definitions()).find((one) => one.name === name && one.enabled);
		if (!definition) return fail({ reason: "unknown-function", name });
		const state = await ports.conversation(tabId);
		if (conversationId(state) !== conversation) return fail({ reason: "other-conversation" });
		const ready = readCall(definition, call.arguments, conversationPhone(state));
		if (!ready.ok) return ready;
		const { shown, ...given } = ready.value;
		return ok({ call: { definition, ...given, tabId, conversation }, shown });
	}

	async function send(
		definition: CustomFunction,
		given: Pick<ApprovedCall, "chosen" | "fixed">,
		purpose: Purpose["kind"],
	): Promise<Outcome> {
		const pattern = permissionPattern(new URL(definition.endpoint.trim()));
		if (!(await ports.hasPermission(pattern))) return fail({ reason: "permission-missing", origin: pattern });
		const built = buildFunctionRequest(definition, given);
		return built.ok ? callFunction(ports, built.value, { kind: purpose, name: definition.name }) : built;
	}

	/** Whatever goes wrong inside is an outcome, and every outcome is kept. */
	async function concluded(
		call: Pick<MadeCall, "name" | "arguments" | "request" | "conversation">,
		approvedBy: ApprovedBy | undefined,
		make: () => Promise<Outcome>,
	): Promise<Outcome> {
		const at = now();
		const outcome = await make().catch((error: unknown) =>
			fail({ reason: "internal", detail: errorText(error) } as const),
		);
		record({ ...call, at, outcome, ...(approvedBy && { approvedBy }) });
		return outcome;
	}

	/** Keeps the calls nobody has agreed to in time, of a panel that was closed as well. */
	async function recordExpired(): Promise<void> {
		for (const { call, expiresAt } of await approvals.takeExpired())
			record({ ...loggedPartOf(call), at: expiresAt, outcome: fail(unmade("expired")) });
	}

	return {
		recordExpired,

		/** Makes a call or, where a person has to agree, keeps it until they have. */
		async request(call: FunctionCall): Promise<FunctionCallState> {
			const { tabId, conversation, name } = call;
			const kept = { name, arguments: call.arguments, conversation };
			const refuse = async (failure: FunctionFailure): Promise<FunctionCallState> => ({
				state: "done",
				outcome: await concluded(kept, undefined, async () => fail(failure)),
			});
			const prepared = await prepare(call);
			if (!prepared.ok) return refuse(prepared.failure);
			const { call: ready, shown } = prepared.value;
			const { definition, chosen, fixed } = ready;
			const because = approvalReason(definition, call.tainted);
			if (!because)
				return {
					state: "done",
					outcome: await concluded({ ...kept, request: shown }, "rule", () =>
						send(definition, ready, "function"),
					),
				};
			const pattern = permissionPattern(new URL(definition.endpoint.trim()));
			if (!(await ports.hasPermission(pattern)))
				return refuse({ reason: "permission-missing", origin: pattern });
			await recordExpired();
			const waiting = await approvals.open(await approvalHash(ready), {
				tabId,
				conversation,
				name,
				arguments: canonicalJson(chosen),
			});
			const request: ApprovalRequest = {
				approval: waiting.approval,
				name,
				description: definition.description,
				...shown,
				arguments: chosen,
				fixed,
				because,
				expiresAt: waiting.expiresAt,
			};
			return { state: "waiting", request };
		},

		/** A person has agreed. What has changed since they were asked makes the approval void. */
		async approve(approval: string): Promise<Outcome> {
			const taken = await approvals.take(approval);
			if (!taken.ok) {
				await recordExpired();
				return fail({ reason: "approval-void", detail: taken.failure });
			}
			const { call, hash } = taken.value;
			const prepared = await prepare(call);
			const isSame = prepared.ok && (await approvalHash(prepared.value.call)) === hash;
			if (!isSame) {
				const isElsewhere = !prepared.ok && prepared.failure.reason === "other-conversation";
				return concluded(call, undefined, async () =>
					fail(
						isElsewhere ? { reason: "other-conversation" } : { reason: "approval-void", detail: "changed" },
					),
				);
			}
			const { call: ready, shown } = prepared.value;
			return concluded({ ...call, request: shown }, "person", () =>
				send(ready.definition, ready, "function"),
			);
		},

		/** The call is not made: a person has said no, nobody waits for it any more, or its time is over. */
		async refuse(approval: string, because: UnmadeReason): Promise<void> {
			const taken = await approvals.take(approval);
			if (taken.ok)
				await concluded(loggedPartOf(taken.value.call), undefined, async () => fail(unmade(because)));
			else await recordExpired();
		},

		/** A person tries a function out, as it is written now: they have seen the request, and pressed the button. */
		async tryOut(definition: CustomFunction, text: string, phone: string | undefined): Promise<Outcome> {
			const call = {
				name: definition.name,
				arguments: text,
				...(phone !== undefined && { conversation: phoneKey(phone) }),
			};
			const ready = readCall(definition, text, phone);
			if (!ready.ok) return concluded(call, undefined, async () => ready);
			const { shown, ...given } = ready.value;
			return concluded({ ...call, request: shown }, "try-it", () => send(definition, given, "function-test"));
		},
	};
}

const loggedPartOf = ({ name, arguments: text, conversation }: WaitingCall["call"]) => ({
	name,
	arguments: text,
	conversation,
});

/** The arguments of a call, and its request as people read it. */
export function readCall(
	definition: CustomFunction,
	text: string,
	phone: string | undefined,
): Result<Pick<ApprovedCall, "chosen" | "fixed"> & { shown: Shown }, FunctionFailure> {
	const chosen = readArguments(definition, text);
	if (!chosen.ok) return chosen;
	const fixed = fixedArguments(definition, phone);
	if (!fixed.ok) return fixed;
	const given = { chosen: chosen.value, fixed: fixed.value };
	const masked = maskedFunctionRequest(definition, given);
	if (!masked.ok) return masked;
	const { method, url } = masked.value;
	return ok({ ...given, shown: { method, url, host: new URL(url).host } });
}

/** The request of a call as people read it, with every secret masked. */
export function previewCall(
	definition: CustomFunction,
	text: string,
	phone: string | undefined,
): Result<HttpRequest, FunctionFailure> {
	const read = readCall(definition, text, phone);
	return read.ok ? maskedFunctionRequest(definition, read.value) : read;
}

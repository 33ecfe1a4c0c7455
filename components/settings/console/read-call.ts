import { isObject } from "@/lib/core/is-object";
import { type JsonFailure, parseJson } from "@/lib/core/json";
import { fail, ok, type Result } from "@/lib/core/result";
import { masked } from "@/lib/crm/auth-field";
import type { ToolCall } from "@/lib/tools/tool";

/** The longest text taken, in UTF-16 units. */
export const longestCall = 1024 * 1024;

/** What is to be run: a tool call, or a JSON-RPC request, which is passed on as it is. */
export type ConsoleRequest =
	| { kind: "call"; call: ToolCall }
	| { kind: "rpc"; message: Record<string, unknown> };

/** The tool a request calls, or the method of a JSON-RPC request that calls none. */
export function calledName(request: ConsoleRequest): string {
	if (request.kind === "call") return request.call.name;
	const { method, params } = request.message;
	const { name } = (params ?? {}) as { name?: unknown };
	return typeof name === "string" ? name : String(method ?? "JSON-RPC");
}

type Path = readonly (string | number)[];

/** Why a text is no call, with the place it is about. Whether arguments fit is for the tool to say. */
export type CallProblem =
	| { reason: "not-an-object" | "no-name" | "arguments-not-an-object"; path: Path }
	| { reason: "unknown-tool" | "unknown-field"; path: Path; name: string }
	| { reason: "masked-secret"; path: Path };
export type CallFailure = JsonFailure | { reason: "no-call"; problems: CallProblem[] };

/** Whether a value, complete or not, is meant as a JSON-RPC request. */
export const isRpc = (value: unknown): value is Record<string, unknown> =>
	isObject(value) && ("jsonrpc" in value || "method" in value);

/** Reads what was typed. `toolNames` is undefined until it is known which tools there are. */
export function readCall(
	text: string,
	toolNames: readonly string[] | undefined,
): Result<ConsoleRequest, CallFailure> {
	const parsed = parseJson(text, longestCall);
	if (!parsed.ok) return parsed;
	const { value } = parsed;
	if (!isObject(value)) return noCall([{ reason: "not-an-object", path: [] }]);
	const secrets = maskedSecrets(value, []);
	const rpc: boolean = isRpc(value);
	if (rpc) return secrets.length > 0 ? noCall(secrets) : ok({ kind: "rpc", message: value });
	const { name, arguments: given, ...others } = value;
	const problems: CallProblem[] = [
		...nameProblems(name, toolNames),
		...(given === undefined || isObject(given)
			? []
			: [{ reason: "arguments-not-an-object", path: ["arguments"] } as const]),
		...Object.keys(others).map((field) => ({
			reason: "unknown-field" as const,
			path: [field],
			name: field,
		})),
		...secrets,
	];
	if (problems.length > 0 || typeof name !== "string") return noCall(problems);
	return ok({ kind: "call", call: { name, ...(isObject(given) && { arguments: given }) } });
}

const noCall = (problems: CallProblem[]) => fail({ reason: "no-call" as const, problems });

function nameProblems(name: unknown, toolNames: readonly string[] | undefined): CallProblem[] {
	if (typeof name !== "string" || name === "") return [{ reason: "no-name", path: ["name"] }];
	if (!toolNames || toolNames.includes(name)) return [];
	return [{ reason: "unknown-tool", path: ["name"], name }];
}

/**
 * Masks that came out of the history and would be taken for the value itself. In an `auth` a mask is welcome: it stands
 * for the stored credential, or the tool says that there is none.
 */
function maskedSecrets(value: unknown, path: Path): CallProblem[] {
	if (typeof value === "string") return value === masked ? [{ reason: "masked-secret", path }] : [];
	if (Array.isArray(value)) return value.flatMap((one, index) => maskedSecrets(one, [...path, index]));
	if (!isObject(value)) return [];
	return Object.entries(value).flatMap(([name, inner]) =>
		name === "auth" ? [] : maskedSecrets(inner, [...path, name]),
	);
}

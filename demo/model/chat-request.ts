import { fieldsOf } from "../inbox/foreign-json";

/** A call of a function, as it stands in a message of the assistant; `arguments` is JSON text. */
export type MadeCall = { id: string; name: string; arguments: string };

export type ChatMessage = {
	role: "system" | "user" | "assistant" | "tool";
	content: string;
	calls: MadeCall[];
	/** Which call a tool's message answers. */
	callId?: string;
};

export type OfferedFunction = { name: string; description: string; parameters: Record<string, unknown> };

/** What `POST /v1/chat/completions` is asked, as far as the demo's models look at it. */
export type ChatRequest = {
	model: string;
	messages: ChatMessage[];
	functions: OfferedFunction[];
	/** False when only one call at a time is wanted (`parallel_tool_calls: false`). */
	parallel: boolean;
	stream: boolean;
	/** Whether a stream ends with a chunk of the tokens (`stream_options.include_usage`). */
	streamUsage: boolean;
};

/** What was asked, or the sentence of a 400 and the parameter it is about. */
export type ReadRequest =
	| { ok: true; request: ChatRequest }
	| { ok: false; message: string; parameter: string | null };

/** Thrown while reading; becomes the 400. */
class Unreadable extends Error {
	constructor(
		message: string,
		readonly parameter: string | null,
	) {
		super(message);
	}
}

/** Reads the body of a request as strictly as OpenAI's servers do: what they refuse is refused here. */
export function readChatRequest(body: unknown): ReadRequest {
	try {
		const fields = fieldsOf(body);
		if (typeof fields.model !== "string" || fields.model === "")
			throw new Unreadable("you must provide a model parameter", null);
		const messages = listOf(fields.messages, "messages").map(readMessage);
		if (messages.length === 0) throw new Unreadable("[] is too short - 'messages'", "messages");
		checkAnswers(messages);
		const functions =
			fields.tools === undefined
				? []
				: listOf(fields.tools, "tools").map((tool, index) => readTool(tool, index));
		const request = {
			model: fields.model,
			messages,
			functions: fields.tool_choice === "none" ? [] : functions,
			parallel: fields.parallel_tool_calls !== false,
			stream: fields.stream === true,
			streamUsage: fieldsOf(fields.stream_options).include_usage === true,
		};
		return { ok: true, request };
	} catch (error) {
		if (!(error instanceof Unreadable)) throw error;
		return { ok: false, message: error.message, parameter: error.parameter };
	}
}

function listOf(value: unknown, name: string): unknown[] {
	if (Array.isArray(value)) return value;
	throw new Unreadable(`Invalid type for '${name}': expected an array.`, name);
}

const roles = ["system", "user", "assistant", "tool"] as const;

function readMessage(value: unknown, index: number): ChatMessage {
	const place = `messages[${index}]`;
	const fields = fieldsOf(value);
	const role = roles.find((known) => known === (fields.role === "developer" ? "system" : fields.role));
	if (!role) throw new Unreadable(`Invalid value for '${place}.role'.`, `${place}.role`);
	const calls =
		fields.tool_calls === undefined
			? []
			: listOf(fields.tool_calls, `${place}.tool_calls`).map((call, at) =>
					readCall(call, `${place}.tool_calls[${at}]`),
				);
	const content = readContent(fields.content, place, calls.length > 0);
	const callId = typeof fields.tool_call_id === "string" ? fields.tool_call_id : undefined;
	return { role, content, calls, callId };
}

/** A text, or a list of parts whose texts are put together; a message with calls may have none. */
function readContent(content: unknown, place: string, mayLack: boolean): string {
	if (typeof content === "string") return content;
	if ((content === null || content === undefined) && mayLack) return "";
	if (Array.isArray(content))
		return content
			.map((part) => (typeof fieldsOf(part).text === "string" ? fieldsOf(part).text : ""))
			.join("");
	throw new Unreadable(`Invalid type for '${place}.content': expected a string.`, `${place}.content`);
}

function readCall(value: unknown, place: string): MadeCall {
	const { id, type, function: called } = fieldsOf(value);
	const { name, arguments: given } = fieldsOf(called);
	if (typeof id !== "string" || type !== "function" || typeof name !== "string" || typeof given !== "string")
		throw new Unreadable(`Missing required parameter: '${place}'.`, place);
	return { id, name, arguments: given };
}

/** Each call has to be answered by the messages right behind it, and nothing else may be. */
function checkAnswers(messages: readonly ChatMessage[]): void {
	let open = new Set<string>();
	for (const [index, { role, calls, callId }] of messages.entries()) {
		if (role === "tool") {
			if (callId === undefined || !open.delete(callId))
				throw new Unreadable(
					"messages with role 'tool' must be a response to a preceeding message with 'tool_calls'.",
					`messages[${index}].role`,
				);
			continue;
		}
		if (open.size > 0) throw unanswered(open);
		open = new Set(calls.map(({ id }) => id));
	}
	if (open.size > 0) throw unanswered(open);
}

const unanswered = (ids: ReadonlySet<string>) =>
	new Unreadable(
		`An assistant message with 'tool_calls' must be followed by tool messages responding to each 'tool_call_id'. The following tool_call_ids did not have response messages: ${[...ids].join(", ")}`,
		"messages",
	);

function readTool(value: unknown, index: number): OfferedFunction {
	const place = `tools[${index}]`;
	const { type, function: given } = fieldsOf(value);
	const { name, description, parameters, strict } = fieldsOf(given);
	if (type !== "function") throw new Unreadable(`Invalid value for '${place}.type'.`, `${place}.type`);
	if (typeof name !== "string" || !/^[a-zA-Z0-9_-]{1,64}$/.test(name))
		throw new Unreadable(
			`Invalid '${place}.function.name': string does not match pattern '^[a-zA-Z0-9_-]+$'.`,
			`${place}.function.name`,
		);
	const schema = fieldsOf(parameters ?? { type: "object", properties: {} });
	if (schema.type !== "object") throw badSchema(name, `schema must be of 'type: "object"'`, place);
	if (strict === true) checkStrict(name, schema, place);
	return { name, description: typeof description === "string" ? description : "", parameters: schema };
}

/** The two rules of strict mode that decide whether it may be asked for; the others are not checked here. */
function checkStrict(name: string, schema: Record<string, unknown>, place: string): void {
	if (schema.additionalProperties !== false)
		throw badSchema(name, "'additionalProperties' is required to be supplied and to be false", place);
	const required = Array.isArray(schema.required) ? schema.required : [];
	const missing = Object.keys(fieldsOf(schema.properties)).find((key) => !required.includes(key));
	if (missing !== undefined)
		throw badSchema(
			name,
			`'required' is required to be supplied and to be an array including every key in properties. Missing '${missing}'`,
			place,
		);
}

const badSchema = (name: string, reason: string, place: string) =>
	new Unreadable(`Invalid schema for function '${name}': ${reason}.`, `${place}.function.parameters`);

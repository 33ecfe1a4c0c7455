import type { Answer } from "./answers";
import { fieldsOf, parseJson } from "./foreign-json";
import { checkSignatures, type Signatures } from "./signatures";
import { withClock } from "./with-clock";

/** One request as it came in. */
export type ReceivedRequest = {
	/** The `webhook-id`, which is the same in every attempt. */
	id?: string;
	/** When it came, ms since the epoch. */
	receivedAt: number;
	/** What it was answered with. */
	answer: Answer;
	/** What `X-Webhook-Attempt` said. */
	attempt?: number;
	/** Names in lower case. */
	headers: Record<string, string>;
	/** The raw body as text. */
	body: string;
	/** From the body, as far as it can be read. */
	event?: string;
	timestamp?: string;
	phone?: string;
	source?: string;
	signatures: Signatures;
};

type Incoming = { headers: Headers; body: Buffer; receivedAt: number; answer: Answer; secret: string };

/** Reads and checks a request. Nothing in it is believed, and nothing makes this throw. */
export function readRequest({ headers, body, receivedAt, answer, secret }: Incoming): ReceivedRequest {
	const named = Object.fromEntries(headers);
	const { event, timestamp, data } = fieldsOf(parseJson(body.toString()));
	const { phone, source } = fieldsOf(data);
	const attempt = Number(named["x-webhook-attempt"]);
	return {
		id: named["webhook-id"],
		receivedAt,
		answer,
		attempt: Number.isInteger(attempt) && attempt > 0 ? attempt : undefined,
		headers: named,
		body: body.toString(),
		event: textOf(event),
		timestamp: textOf(timestamp),
		phone: textOf(phone),
		source: textOf(source),
		// Whether it comes in time is a matter of the receiver's clock.
		signatures: withClock(receivedAt - Date.now(), () => checkSignatures(named, body, secret)),
	};
}

const textOf = (value: unknown): string | undefined => (typeof value === "string" ? value : undefined);

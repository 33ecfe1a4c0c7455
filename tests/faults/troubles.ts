import { setTimeout as delay } from "node:timers/promises";
import { answers, type Behaviour, type Receiver } from "./receiver";

/** What a browser opens to one host at once. */
export const mostAtOnce = 6;

/** Something a receiver does instead of what it should. */
export type Trouble = {
	name: string;
	begin(receiver: Receiver): Promise<void> | void;
	/** The status is 2xx, whatever else it does: that is a success. */
	delivers?: boolean;
	/** It is too much for it: the queue slows down, and the other conversations wait as well. */
	slowsDown?: boolean;
	/** A short run leaves it out. */
	takesLong?: boolean;
};

const does = (behaviour: Behaviour) => (receiver: Receiver) => receiver.behave(behaviour);

export const troubles: readonly Trouble[] = [
	{ name: "refuses connections", begin: (receiver) => receiver.stop() },
	{ name: "resets connections", begin: does((_arrival, _response, socket) => void socket.resetAndDestroy()) },
	{ name: "hangs up without an answer", begin: does((_arrival, _response, socket) => void socket.destroy()) },
	{ name: "never answers", begin: does(() => undefined) },
	{
		name: "answers 200 after 20 s",
		takesLong: true,
		begin: does((_arrival, response) => void delay(20_000).then(() => response.writeHead(200).end())),
	},
	{ name: "redirects", begin: does(answers(301, { Location: "/elsewhere" })) },
	{
		name: "answers 429 with Retry-After",
		slowsDown: true,
		begin: does(answers(429, { "Retry-After": "120" })),
	},
	{ name: "answers 502", slowsDown: true, begin: does(answers(502)) },
	{ name: "answers 404", begin: does(answers(404)) },
	{
		name: "answers 200 with an endless body",
		delivers: true,
		begin: does((arrival, response) => {
			arrival.status = 200;
			response.writeHead(200);
			const piece = Buffer.alloc(256 * 1024, "x");
			const write = () => {
				while (!response.destroyed && response.write(piece));
			};
			response.on("drain", write);
			write();
		}),
	},
	{
		name: "answers 200 with half a body",
		delivers: true,
		begin: does((arrival, response) => {
			arrival.status = 200;
			response.writeHead(200, { "Content-Length": "1000" });
			response.write("half", () => response.destroy());
		}),
	},
];

import type { Answer } from "../answers";
import type { ReceivedEvent } from "../received-events";
import { answerSwitch } from "./answer-switch";
import { byId } from "./by-id";
import { eventList } from "./event-list";

const list = eventList();
const answer = answerSwitch((chosen) =>
	fetch("/answer", {
		method: "PUT",
		headers: { "Content-Type": "application/json" },
		body: JSON.stringify({ answer: chosen }),
	}),
);

byId("address").textContent = `${location.origin}/webhook`;
byId("clear").addEventListener("click", () => void fetch("/events", { method: "DELETE" }));

const stream = new EventSource("/stream");
const connection = byId("connection");
const showConnection = (live: boolean) => {
	connection.textContent = live ? "Live" : "Connecting …";
	connection.className = live ? "live" : "";
};
showConnection(false);
stream.addEventListener("open", () => showConnection(true));
// The browser connects again by itself, and is then told everything anew.
stream.addEventListener("error", () => showConnection(false));

/** Listens to one kind of message; what it carries comes from this page's own server. */
function on<T>(kind: string, take: (data: T) => void): void {
	stream.addEventListener(kind, ({ data }) => take(JSON.parse(data)));
}
on<{ answer: Answer; events: ReceivedEvent[] }>("state", (state) => {
	answer.show(state.answer);
	list.replace(state.events);
});
on<Answer>("answer", answer.show);
on<ReceivedEvent>("event", list.put);
on("cleared", () => list.replace([]));

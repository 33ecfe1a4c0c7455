import fc from "fast-check";

/** A change of the page's tree. `at` and `to` pick elements: parts of all there are, in [0, 1). */
export type PageChange = { kind: string; at: number; to: number; text: string };

const part = fc.double({ min: 0, max: 0.999, noNaN: true });
const text = fc.oneof(
	fc.string({ unit: "binary", maxLength: 30 }),
	fc.constantFrom(
		"",
		" ",
		"\u202e10:38",
		"[25:61, 31/31/2026] : ",
		"[上午9:05, 2026/3/4] 王: ",
		"[٠٩:٠٥، ٢٠٢٦/٣/٤] علي: ",
	),
	fc.nat({ max: 3_000 }).map((length) => "x".repeat(length)),
);

const kinds = [
	...[
		"removed",
		"removed",
		"attribute renamed",
		"attribute renamed",
		"attribute changed",
		"data-id doubled",
		"shell",
	],
	...["title", "text", "copied", "moved", "language", "emptied", "main doubled", "other row", "built anew"],
] as const;

/** The changes that lead from one state of the page to the next; 5,000 nested nodes come now and then. */
export const pageChanges = (titles: readonly string[]): fc.Arbitrary<PageChange[]> => {
	const kind = fc.oneof(
		{ weight: 60, arbitrary: fc.constantFrom(...kinds) },
		{ weight: 1, arbitrary: fc.constant("nested") },
	);
	const change = kind.chain((name) =>
		fc.record({
			kind: fc.constant(name),
			at: part,
			to: part,
			text: name === "title" ? fc.oneof(fc.constantFrom(...titles), text) : text,
		}),
	);
	return fc.array(change, { minLength: 1, maxLength: 4 });
};

/** Puts a copy of the page in its place and changes it, state by state. Runs in the page, whose own nodes stay as they are. */
export async function changePage(states: readonly PageChange[][]): Promise<void> {
	const app = document.getElementById("app") as HTMLElement;
	const own = [...app.childNodes];
	Object.assign(globalThis, { ownNodes: own });
	const buildAnew = () => app.replaceChildren(...own.map((node) => node.cloneNode(true)));
	const pick = (selector: string, at: number): Element | undefined => {
		const all = app.querySelectorAll(selector);
		return all[Math.floor(at * all.length)];
	};
	const names = [
		"data-testid",
		"data-id",
		"title",
		"role",
		"id",
		"class",
		"data-pre-plain-text",
		"aria-selected",
		"dir",
	];
	const apply = ({ kind, at, to, text }: PageChange) => {
		const element = pick("*", at);
		const message = pick("[data-id]", at);
		const name = names[Math.floor(to * names.length)] ?? "title";
		switch (kind) {
			case "removed":
				return element?.remove();
			case "attribute renamed": {
				const owner = pick(`[${name}]`, at);
				owner?.setAttribute(`data-${name}`, owner.getAttribute(name) ?? "");
				return owner?.removeAttribute(name);
			}
			case "attribute changed":
				// Another id of the chat would be another chat.
				return name === "data-id" ? undefined : pick(`#main [${name}]`, at)?.setAttribute(name, text);
			case "data-id doubled":
				return message?.setAttribute("data-id", pick("#main [data-id]", to)?.getAttribute("data-id") ?? "");
			case "shell":
				message?.replaceChildren();
				return message?.setAttribute("data-virtualized", "true");
			case "title": {
				const title = pick('[data-testid="conversation-info-header-chat-title"]', 0);
				title?.setAttribute("title", text);
				return title?.replaceChildren(text);
			}
			case "text":
				return element && element.childElementCount === 0 ? element.replaceChildren(text) : undefined;
			case "copied":
				return pick("#main *", to)?.append(pick("#main *", at)?.cloneNode(true) ?? "");
			case "moved": {
				const target = pick("*", to);
				return element && target && !element.contains(target) ? target.append(element) : undefined;
			}
			case "language":
				return pick("[data-pre-plain-text]", at)?.setAttribute("data-pre-plain-text", text);
			case "emptied":
				return pick(
					'#pane-side, #main, #main header, #main footer, [data-testid="conversation-panel-messages"]',
					at,
				)?.replaceChildren();
			case "main doubled":
				return app.append(pick("#main", 0)?.cloneNode(true) ?? "");
			case "other row":
				for (const row of app.querySelectorAll("[aria-selected]")) row.setAttribute("aria-selected", "false");
				return pick("[aria-selected]", to)?.setAttribute("aria-selected", "true");
			case "nested": {
				const outermost = document.createElement("div");
				let deepest: HTMLElement = outermost;
				for (let depth = 1; depth < 5_000; depth++) {
					const next: HTMLElement = document.createElement(depth % 7 === 0 ? "span" : "div");
					deepest.append(next);
					deepest = next;
				}
				deepest.append(text);
				outermost.style.display = "none";
				return pick("#main *", at)?.append(outermost);
			}
			case "built anew":
				return buildAnew();
		}
	};
	buildAnew();
	for (const changes of states) {
		for (const change of changes) apply(change);
		await new Promise((resolve) => setTimeout(resolve, 8));
	}
}

/** Makes the page whole again. Runs in the page. */
export function restorePage(): void {
	document.getElementById("app")?.replaceChildren(...(Reflect.get(globalThis, "ownNodes") as Node[]));
}

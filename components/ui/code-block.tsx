import { classNames } from "./class-names";
import { CopyButton } from "./copy-button";

/** Longest text shown; the rest is cut with a mark, and copied all the same. */
const mostCharacters = 50_000;

/** Code or raw text to read and copy. `label` names it for screen readers. */
export function CodeBlock({ label, code, className }: { label: string; code: string; className?: string }) {
	return (
		<div className={classNames("flex max-h-80 rounded-lg bg-sunken", className)}>
			<section
				aria-label={label}
				// biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable with the keyboard
				tabIndex={0}
				className="min-w-0 flex-1 overflow-auto rounded-lg"
			>
				<pre className="w-max min-w-full whitespace-pre p-3 font-mono text-[0.86rem] leading-relaxed">
					{code.length > mostCharacters ? `${code.slice(0, mostCharacters)}\n…` : code}
				</pre>
			</section>
			{/* Beside the text and not above it, where it would cover the end of a line. */}
			<div className="shrink-0 p-1.5">
				<CopyButton text={code} what={label} />
			</div>
		</div>
	);
}

/** JSON indented; anything else as it is. */
export function indentJson(text: string): string {
	try {
		return JSON.stringify(JSON.parse(text), null, 2);
	} catch {
		return text;
	}
}

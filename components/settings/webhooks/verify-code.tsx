import { type KeyboardEvent, useId, useRef, useState } from "react";
import { i18n } from "#i18n";
import { classNames } from "@/components/ui/class-names";
import { CodeBlock } from "@/components/ui/code-block";
import go from "@/lib/webhooks/verify/verify.go?raw";
import node from "@/lib/webhooks/verify/verify.mjs?raw";
import php from "@/lib/webhooks/verify/verify.php?raw";
import python from "@/lib/webhooks/verify/verify.py?raw";

/** The very files the tests run. */
const languages = [
	{ name: "Python", code: python },
	{ name: "Node", code: node },
	{ name: "PHP", code: php },
	{ name: "Go", code: go },
];

/** Code for the receiving server that tells genuine events from others, in four languages. */
export function VerifyCode() {
	const [chosen, setChosen] = useState(0);
	const tabs = useRef<HTMLDivElement>(null);
	const id = useId();
	const onKeyDown = (event: KeyboardEvent) => {
		const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
		if (!step) return;
		const next = (chosen + step + languages.length) % languages.length;
		setChosen(next);
		tabs.current?.querySelectorAll("button")[next]?.focus();
	};
	const { name, code } = languages[chosen] ?? { name: "", code: "" };
	return (
		<>
			<div
				ref={tabs}
				role="tablist"
				aria-label={i18n.t("settings.webhooks.verify.title")}
				onKeyDown={onKeyDown}
				className="mb-2 flex gap-1"
			>
				{languages.map((language, index) => (
					<button
						key={language.name}
						type="button"
						role="tab"
						id={`${id}-${index}`}
						aria-selected={index === chosen}
						aria-controls={`${id}-panel`}
						tabIndex={index === chosen ? 0 : -1}
						onClick={() => setChosen(index)}
						className={classNames(
							"rounded-lg px-3 py-1.5",
							index === chosen
								? "bg-accent-soft font-medium text-accent-ink"
								: "text-ink-soft hover:bg-sunken",
						)}
					>
						{language.name}
					</button>
				))}
			</div>
			<div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${chosen}`}>
				<CodeBlock label={name} code={code} className="max-h-[32rem]" />
			</div>
		</>
	);
}

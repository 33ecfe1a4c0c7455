import { i18n } from "#i18n";
import type { ReadingProblem } from "@/lib/crm/customer";

const mostShown = 20;

/** The fields of the answer that could not be read, for whoever looks after the endpoint. */
export function ReadingProblems({ problems }: { problems: ReadingProblem[] }) {
	if (problems.length === 0) return null;
	return (
		<details className="mx-4 mb-4 text-[0.86rem] text-ink-soft">
			<summary>{i18n.t("problems.title", problems.length)}</summary>
			<ul className="mt-1 space-y-1">
				{problems.slice(0, mostShown).map(({ path, found, expected }) => (
					<li key={path} className="break-words">
						<code className="text-ink">{path}</code>:{" "}
						{i18n.t("problems.expected", [i18n.t(`kinds.${expected}`), found])}
					</li>
				))}
				{problems.length > mostShown && <li>{i18n.t("values.more", problems.length - mostShown)}</li>}
			</ul>
		</details>
	);
}

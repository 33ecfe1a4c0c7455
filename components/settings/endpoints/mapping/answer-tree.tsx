import { type KeyboardEvent, useId, useMemo, useRef, useState } from "react";
import { i18n } from "#i18n";
import { classNames } from "@/components/ui/class-names";
import type { SourcePath } from "@/lib/mapping/assignment";
import { TreeItem } from "./tree-item";
import { keyOf, openAtFirst, type TreeRow, treeRows } from "./tree-rows";

type AnswerTreeProps = {
	value: unknown;
	/** Whether it is the answers of several steps. */
	hasAnswers: boolean;
	picked?: SourcePath;
	/** Whether a value is what is to be clicked now. */
	isNext: boolean;
	/** Whether a click on something with values in it means that itself. */
	isMeant(path: SourcePath, value: unknown): boolean;
	pick(path: SourcePath): void;
};

/**
 * A real answer as a tree. Arrow keys move and open as in any tree; Enter or a click picks a value or a list, and opens
 * what cannot be picked. The arrow before a list opens it and nothing else.
 */
export function AnswerTree({ value, hasAnswers, picked, isNext, isMeant, pick }: AnswerTreeProps) {
	const id = useId();
	const tree = useRef<HTMLDivElement>(null);
	const [answer, setAnswer] = useState(value);
	const [open, setOpen] = useState<ReadonlySet<string>>(() => openAtFirst(value, hasAnswers));
	const [current, setCurrent] = useState<string>();
	if (answer !== value) {
		setAnswer(value);
		setOpen(openAtFirst(value, hasAnswers));
	}
	const rows = useMemo(() => treeRows(value, open), [value, open]);
	const at = Math.max(
		0,
		rows.findIndex(({ key }) => key === current),
	);

	const toggle = (key: string) => {
		const next = new Set(open);
		if (!next.delete(key)) next.add(key);
		setOpen(next);
	};
	const choose = ({ key, path, value: chosen, count, isOpen }: TreeRow) => {
		setCurrent(key);
		const isPickable = count === undefined || isMeant(path, chosen);
		if (isPickable) pick(path);
		// What is in a list helps to see whether it is the one.
		if (count !== undefined && !(isPickable && isOpen)) toggle(key);
	};
	const unfold = ({ key }: TreeRow) => {
		setCurrent(key);
		toggle(key);
	};
	const moveTo = (index: number) => {
		const row = rows[Math.min(Math.max(index, 0), rows.length - 1)];
		if (!row) return;
		setCurrent(row.key);
		tree.current?.querySelector<HTMLElement>(`[data-key="${CSS.escape(row.key)}"]`)?.focus();
	};
	const onKeyDown = (event: KeyboardEvent) => {
		const row = rows[at];
		if (!row) return;
		const act = keys(row)[event.key];
		if (!act) return;
		event.preventDefault();
		act();
	};
	const keys = (row: TreeRow): Record<string, () => void> => ({
		ArrowDown: () => moveTo(at + 1),
		ArrowUp: () => moveTo(at - 1),
		Home: () => moveTo(0),
		End: () => moveTo(rows.length - 1),
		ArrowRight: () => (row.count !== undefined && !row.isOpen ? toggle(row.key) : moveTo(at + 1)),
		ArrowLeft: () =>
			row.isOpen
				? toggle(row.key)
				: moveTo(rows.findIndex(({ key }) => key === keyOf(row.path.slice(0, -1)))),
		Enter: () => choose(row),
		" ": () => choose(row),
	});

	return (
		<section className="min-w-0">
			<h4 id={id} className="mb-1 font-medium text-[0.93rem]">
				{i18n.t("settings.endpoints.mapping.answer")}
			</h4>
			<div
				ref={tree}
				role="tree"
				aria-labelledby={id}
				onKeyDown={onKeyDown}
				className={classNames(
					"max-h-96 overflow-auto rounded-lg border p-1 font-mono text-[0.86rem]",
					isNext ? "border-accent" : "border-line",
				)}
			>
				{rows.map((row, index) => (
					<TreeItem
						key={row.key}
						row={row}
						isCurrent={index === at}
						isPicked={picked !== undefined && row.key === keyOf(picked)}
						isAnswer={hasAnswers && row.path.length === 2}
						choose={() => choose(row)}
						unfold={() => unfold(row)}
					/>
				))}
			</div>
		</section>
	);
}

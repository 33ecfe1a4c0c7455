import { ChevronDown, ChevronRight } from "lucide-react";
import { type KeyboardEvent, useId, useMemo, useRef, useState } from "react";
import { i18n } from "#i18n";
import { classNames } from "@/components/ui/class-names";
import { isObject } from "@/lib/core/is-object";
import type { SourcePath } from "@/lib/mapping/assignment";
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
					<Row
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

type RowProps = {
	row: TreeRow;
	isCurrent: boolean;
	isPicked: boolean;
	isAnswer: boolean;
	choose(): void;
	unfold(): void;
};

function Row({ row, isCurrent, isPicked, isAnswer, choose, unfold }: RowProps) {
	const { key, path, label, value, count, isOpen } = row;
	const Chevron = isOpen ? ChevronDown : ChevronRight;
	return (
		// biome-ignore lint/a11y/useKeyWithClickEvents: the tree has the keys of all its items
		<div
			role="treeitem"
			data-key={key}
			tabIndex={isCurrent ? 0 : -1}
			aria-level={path.length}
			aria-selected={isPicked}
			aria-expanded={count === undefined ? undefined : isOpen}
			onClick={choose}
			style={{ paddingInlineStart: `${(path.length - 1) * 0.9 + 0.25}rem` }}
			className={classNames(
				"flex cursor-pointer items-baseline gap-1 rounded-md py-0.5 pe-1 hover:bg-sunken",
				isPicked && "bg-accent-soft text-accent-ink ring-2 ring-accent ring-inset",
			)}
		>
			{count === undefined ? (
				<span className="w-3.5 shrink-0" />
			) : (
				// biome-ignore lint/a11y/noStaticElementInteractions: the arrow keys of the tree do the same
				// biome-ignore lint/a11y/useKeyWithClickEvents: as above
				<span
					className="shrink-0 self-center text-ink-soft hover:text-ink"
					onClick={(event) => {
						event.stopPropagation();
						unfold();
					}}
				>
					<Chevron aria-hidden className="size-3.5" />
				</span>
			)}
			<span className="shrink-0 text-ink-soft">
				{isAnswer ? i18n.t("settings.endpoints.test.step", [Number(label) + 1]) : label}
			</span>
			<span className={classNames("min-w-0 truncate", count !== undefined && "text-ink-soft")}>
				{count === undefined ? asShown(value) : sizeText(value, count, isOpen)}
			</span>
		</div>
	);
}

const asShown = (value: unknown): string => (typeof value === "string" ? value : JSON.stringify(value));

/** How long a list is; of an object that is folded, the first values in it. */
function sizeText(value: unknown, count: number, isOpen: boolean): string {
	if (Array.isArray(value)) return `[${count}]`;
	if (isOpen || !isObject(value)) return "";
	const texts = Object.values(value).filter((part) => part !== null && typeof part !== "object");
	return texts.slice(0, 3).map(asShown).join(" · ");
}

import { ChevronDown, ChevronRight } from "lucide-react";
import { type KeyboardEvent, useId, useMemo, useRef, useState } from "react";
import { i18n } from "#i18n";
import { classNames } from "@/components/ui/class-names";
import type { SourcePath } from "@/lib/mapping/assignment";
import { keyOf, openAtFirst, type TreeRow, treeRows } from "./tree-rows";

type AnswerTreeProps = { value: unknown; picked?: SourcePath; pick(path: SourcePath): void };

/** A real answer as a tree. Arrow keys move and open as in any tree; Enter or a click picks a value. */
export function AnswerTree({ value, picked, pick }: AnswerTreeProps) {
	const id = useId();
	const tree = useRef<HTMLDivElement>(null);
	const [answer, setAnswer] = useState(value);
	const [open, setOpen] = useState<ReadonlySet<string>>(() => openAtFirst(value));
	const [current, setCurrent] = useState<string>();
	if (answer !== value) {
		setAnswer(value);
		setOpen(openAtFirst(value));
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
	const choose = ({ key, path, count }: TreeRow) => {
		setCurrent(key);
		if (count === undefined) pick(path);
		else toggle(key);
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
				className="max-h-96 overflow-auto rounded-lg border border-line p-1 font-mono text-[0.86rem]"
			>
				{rows.map((row, index) => (
					<Row
						key={row.key}
						row={row}
						isCurrent={index === at}
						isPicked={picked !== undefined && row.key === keyOf(picked)}
						choose={() => choose(row)}
					/>
				))}
			</div>
		</section>
	);
}

type RowProps = { row: TreeRow; isCurrent: boolean; isPicked: boolean; choose(): void };

function Row({ row: { key, path, label, value, count, isOpen }, isCurrent, isPicked, choose }: RowProps) {
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
				isPicked && "bg-accent-soft text-accent-ink",
			)}
		>
			{count === undefined ? (
				<span className="w-3.5 shrink-0" />
			) : (
				<Chevron aria-hidden className="size-3.5 shrink-0 self-center text-ink-soft" />
			)}
			<span className="shrink-0 text-ink-soft">{label}</span>
			<span className="min-w-0 truncate">
				{count === undefined ? asShown(value) : sizeText(value, count)}
			</span>
		</div>
	);
}

const asShown = (value: unknown): string => (typeof value === "string" ? value : JSON.stringify(value));

const sizeText = (value: unknown, count: number): string => (Array.isArray(value) ? `[${count}]` : "");

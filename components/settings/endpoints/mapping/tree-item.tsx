import { ChevronDown, ChevronRight } from "lucide-react";
import { i18n } from "#i18n";
import { classNames } from "@/components/ui/class-names";
import { isObject } from "@/lib/core/is-object";
import type { TreeRow } from "./tree-rows";

type TreeItemProps = {
	row: TreeRow;
	isCurrent: boolean;
	isPicked: boolean;
	/** Whether it is the answer of a request, of which there are several. */
	isAnswer: boolean;
	choose(): void;
	unfold(): void;
};

/** A line of the answer: its name, and its value or what is in it. */
export function TreeItem({ row, isCurrent, isPicked, isAnswer, choose, unfold }: TreeItemProps) {
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

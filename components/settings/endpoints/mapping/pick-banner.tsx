import { MousePointerClick } from "lucide-react";
import { useEffect, useRef } from "react";
import { i18n } from "#i18n";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { isThingList } from "@/lib/crm/answer-fields";
import { pathText } from "@/lib/mapping/source-text";
import type { Picked } from "./picked";

type PickBannerProps = { picked?: Picked; cancel(): void; replace(): void; addBehind(): void };

/** What is picked and what to click next; asks, where a field that can hold several values has one already. */
export function PickBanner({ picked, cancel, replace, addBehind }: PickBannerProps) {
	const asks = picked?.field !== undefined && picked.path !== undefined;
	return (
		<div
			className={classNames(
				"mb-2 flex min-h-11 flex-wrap items-center gap-x-3 gap-y-1.5 rounded-lg border px-3 py-1.5",
				picked ? "border-accent bg-accent-soft" : "border-transparent bg-sunken",
			)}
		>
			<div className="flex flex-1 basis-40 items-center gap-3">
				<MousePointerClick
					aria-hidden
					className={classNames("size-4 shrink-0", picked ? "text-accent-ink" : "text-ink-soft")}
				/>
				<p aria-live="polite" className="min-w-0 font-medium [overflow-wrap:anywhere]">
					{sayNext(picked)}
				</p>
			</div>
			{asks && <Ways addBehind={addBehind} replace={replace} />}
			{picked && (
				<Button size="small" look="quiet" onClick={cancel}>
					{i18n.t("settings.endpoints.mapping.cancel")}
				</Button>
			)}
		</div>
	);
}

function sayNext(picked: Picked | undefined): string {
	if (!picked) return i18n.t("settings.endpoints.mapping.pick");
	const { field, path } = picked;
	if (field === undefined) return i18n.t("settings.endpoints.mapping.pickField", [pathText(path)]);
	if (path) return i18n.t("settings.endpoints.mapping.taken", [field, pathText(path)]);
	return isThingList(field)
		? i18n.t("settings.endpoints.mapping.pickList", [field])
		: i18n.t("settings.endpoints.mapping.pickValue", [field]);
}

/** Takes the focus, and gives it back to where it was. */
function Ways({ addBehind, replace }: Pick<PickBannerProps, "addBehind" | "replace">) {
	const first = useRef<HTMLButtonElement>(null);
	useEffect(() => {
		const before = document.activeElement;
		first.current?.focus();
		return () => {
			if (before instanceof HTMLElement) before.focus();
		};
	}, []);
	return (
		<>
			<Button ref={first} size="small" look="primary" onClick={addBehind}>
				{i18n.t("settings.endpoints.mapping.addBehind")}
			</Button>
			<Button size="small" onClick={replace}>
				{i18n.t("settings.endpoints.mapping.replace")}
			</Button>
		</>
	);
}

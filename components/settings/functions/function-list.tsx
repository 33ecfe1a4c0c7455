import { Blocks, Copy, Import, KeyRound, Play, Plus, Trash2 } from "lucide-react";
import { useEffect, useState } from "react";
import { i18n } from "#i18n";
import { useUpdateFunctions } from "@/components/hooks/use-functions";
import { useSettingsOverview } from "@/components/hooks/use-settings-overview";
import { useUndoToast } from "@/components/hooks/use-undo-toast";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import type { CustomFunction } from "@/lib/functions/definition";
import { LockedBadge } from "../locked-badge";
import { hrefOf } from "../shell/place";
import { FunctionTabs } from "./function-tabs";

const to = (target: string) => hrefOf({ route: "functions", target });

/** Every function with what it calls; switched on and off, copied and deleted from here. */
export function FunctionList({ functions }: { functions: CustomFunction[] }) {
	const update = useUpdateFunctions();
	const undoToast = useUndoToast();
	const locked = useSettingsOverview().data?.locked ?? [];
	const remove = async (name: string) => {
		const removed = await update.mutateAsync({ remove_function: name });
		if (!removed.isError)
			await undoToast(i18n.t("settings.functions.deleted", [name]), `custom_functions.${name}`);
	};
	return (
		<>
			<FunctionTabs open="functions" />
			<p className="mb-4 max-w-[65ch] text-ink-soft">{i18n.t("settings.functions.intro")}</p>
			<div className="mb-5 flex flex-wrap gap-2">
				<LinkButton look="primary" href={to(":new")}>
					<Plus aria-hidden />
					{i18n.t("settings.functions.add")}
				</LinkButton>
				<LinkButton href={to(":import")}>
					<Import aria-hidden />
					{i18n.t("settings.functions.import.title")}
				</LinkButton>
			</div>
			{update.data?.isError && (
				<Notice tone="bad" className="mb-4" title={i18n.t("connect.notSaved")}>
					{update.data.text}
				</Notice>
			)}
			{functions.length === 0 && (
				<EmptyState
					icon={Blocks}
					title={i18n.t("settings.functions.none.title")}
					text={i18n.t("settings.functions.none.text")}
				/>
			)}
			<ul className="space-y-3">
				{functions.map((definition) => {
					const isLocked = locked.includes(`custom_functions.${definition.name}`);
					return (
						<li
							key={definition.name}
							className="flex flex-wrap items-start gap-x-4 gap-y-2 rounded-2xl border border-line bg-surface p-4"
						>
							<div className="min-w-0 flex-1 basis-60">
								<p className="flex flex-wrap items-center gap-2">
									<a href={to(definition.name)} className="break-all font-mono font-semibold hover:underline">
										{definition.name}
									</a>
									{!definition.enabled && <Badge>{i18n.t("settings.functions.off")}</Badge>}
									{definition.auth && (
										<KeyRound
											role="img"
											aria-label={i18n.t(`connect.authTypes.${definition.auth.type}`)}
											className="size-3.5 text-ink-soft"
										/>
									)}
									{isLocked && <LockedBadge />}
								</p>
								{definition.description && <p className="mt-0.5 break-words">{definition.description}</p>}
								<p className="mt-0.5 break-all font-mono text-[0.86rem] text-ink-soft">
									{definition.method} {definition.endpoint}
								</p>
							</div>
							<LinkButton
								look="quiet"
								size="small"
								href={to(`:try:${definition.name}`)}
								aria-label={i18n.t("functionCalls.try.open", [definition.name])}
							>
								<Play aria-hidden />
								{i18n.t("functionCalls.try.title")}
							</LinkButton>
							{!isLocked && (
								<div className="flex items-center gap-1">
									<EnabledBox
										enabled={definition.enabled}
										change={async (enabled) => {
											const stored = await update.mutateAsync({ add_function: { ...definition, enabled } });
											return !stored.isError;
										}}
									/>
									<LinkButton
										look="quiet"
										size="icon"
										href={to(`:copy:${definition.name}`)}
										aria-label={i18n.t("settings.functions.copy", [definition.name])}
										title={i18n.t("settings.functions.copy", [definition.name])}
									>
										<Copy aria-hidden />
									</LinkButton>
									<Button
										look="quiet"
										size="icon"
										aria-label={i18n.t("settings.functions.delete", [definition.name])}
										title={i18n.t("settings.functions.delete", [definition.name])}
										onClick={() => void remove(definition.name)}
									>
										<Trash2 aria-hidden />
									</Button>
								</div>
							)}
						</li>
					);
				})}
			</ul>
		</>
	);
}

type EnabledBoxProps = {
	enabled: boolean;
	/** Gives whether it was stored. */
	change(enabled: boolean): Promise<boolean>;
};

/** Shows what was chosen at once, and what is stored when that could not be. */
function EnabledBox({ enabled, change }: EnabledBoxProps) {
	const [chosen, setChosen] = useState<boolean>();
	// biome-ignore lint/correctness/useExhaustiveDependencies: whenever it is stored anew, by anyone, that counts
	useEffect(() => setChosen(undefined), [enabled]);
	return (
		<label className="mr-2 flex items-center gap-1.5 text-[0.93rem]">
			<input
				type="checkbox"
				className="size-4 accent-accent"
				checked={chosen ?? enabled}
				onChange={async ({ target: { checked } }) => {
					setChosen(checked);
					if (!(await change(checked))) setChosen(undefined);
				}}
			/>
			{i18n.t("settings.functions.enabled")}
		</label>
	);
}

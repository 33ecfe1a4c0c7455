import { i18n } from "#i18n";
import { ChangeList } from "@/components/settings/changes/change-list";
import { Badge } from "@/components/ui/badge";
import { CodeBlock, indentJson } from "@/components/ui/code-block";
import type { ShownEffects } from "@/lib/bridge/effects";

type EffectListProps = { effects: ShownEffects; changesTitle: string };

/** All that a call does, or did: what it changes, what it sends and where to, and which errors it forgets. */
export function EffectList({
	effects: { changes, requests, resets, ungranted },
	changesTitle,
}: EffectListProps) {
	return (
		<div className="space-y-3">
			{changes.length > 0 && (
				<div>
					<p className="mb-1 font-medium text-[0.93rem]">{changesTitle}</p>
					<ChangeList changes={changes} />
				</div>
			)}
			{ungranted && (
				<p className="text-[0.93rem] text-warn">{i18n.t("bridge.card.ungranted", [ungranted.join(", ")])}</p>
			)}
			{requests.length > 0 && (
				<div>
					<p className="mb-1 font-medium text-[0.93rem]">{i18n.t("bridge.card.sends")}</p>
					<ul className="space-y-2">
						{requests.map(({ method, url, body }) => (
							<li key={`${method} ${url}`}>
								<p className="flex min-w-0 items-baseline gap-1.5">
									<Badge tone="warn">{method}</Badge>
									<span className="min-w-0 break-all font-mono text-[0.86rem]">{url}</span>
								</p>
								{body && (
									<details className="mt-1">
										<summary className="w-fit text-[0.93rem] text-accent-ink">
											{i18n.t("bridge.card.body")}
										</summary>
										<CodeBlock label={i18n.t("bridge.card.body")} code={indentJson(body)} className="mt-1" />
									</details>
								)}
							</li>
						))}
					</ul>
					<p className="mt-1 text-[0.86rem] text-ink-soft">{i18n.t("bridge.card.answer")}</p>
				</div>
			)}
			{resets && (
				<div>
					<p className="mb-1 font-medium text-[0.93rem]">{i18n.t("bridge.card.resets")}</p>
					<ul className="space-y-0.5 text-[0.93rem]">
						{resets.map(({ type, errors }) => (
							<li key={type}>
								{i18n.t(`settings.endpoints.types.${type}.title`)}:{" "}
								{i18n.t("bridge.card.errors", errors, [String(errors)])}
							</li>
						))}
					</ul>
				</div>
			)}
		</div>
	);
}

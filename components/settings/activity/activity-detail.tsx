import type { ReactNode } from "react";
import { i18n } from "#i18n";
import { sizeText } from "@/components/format/size";
import { useFormat } from "@/components/format/use-format";
import { useEgressEntry } from "@/components/hooks/use-egress";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import type { EgressEntry } from "@/lib/egress/entry";
import { useTimes } from "../deliveries/use-times";
import { hrefOf } from "../shell/place";
import { purposeName, resultText, stateLooks } from "./activity-words";

/** All that is known of one request. Over the list, which stays as it was; `back` is that list's target. */
export function ActivityDetail({ seq, back }: { seq: number; back: string }) {
	const { data: entry } = useEgressEntry(seq);
	const close = () => location.replace(hrefOf({ route: "activity", target: back }));
	if (entry === undefined) return null;
	return (
		<Dialog
			wide
			title={entry ? entry.host : i18n.t("settings.activity.detail.missing")}
			close={close}
			actions={
				<Button look="primary" onClick={close}>
					{i18n.t("settings.close")}
				</Button>
			}
		>
			{entry ? <Facts entry={entry} /> : <p>{i18n.t("settings.activity.detail.missingText")}</p>}
		</Dialog>
	);
}

function Facts({ entry }: { entry: EgressEntry }) {
	const { locale } = useFormat();
	const times = useTimes();
	const { icon: Icon, tone } = stateLooks[entry.state];
	return (
		<div className="space-y-4 text-ink">
			<div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
				<Badge tone={tone}>
					<Icon aria-hidden className="size-3.5" />
					{i18n.t(`settings.activity.states.${entry.state}`)}
				</Badge>
				<span className="text-[0.93rem] text-ink-soft">{resultText(entry)}</span>
			</div>
			<dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1.5 text-[0.93rem] [&_dt]:text-ink-soft">
				<Fact name={i18n.t("settings.activity.detail.purpose")}>{purposeName(entry)}</Fact>
				<Fact name={i18n.t("settings.activity.detail.sentAt")}>{times.precise(entry.at)}</Fact>
				<Fact name={i18n.t("settings.activity.detail.address")}>
					<code className="break-all">
						{entry.method} {entry.host}
						{entry.path}
					</code>
				</Fact>
				<Fact name={i18n.t("settings.activity.detail.fields")}>
					{entry.fields.length === 0 ? (
						i18n.t("settings.activity.noFields")
					) : (
						<ul className="flex flex-wrap gap-1.5">
							{entry.fields.map((field) => (
								<li key={field}>
									<code className="break-all rounded bg-sunken px-1.5 py-0.5">{field}</code>
								</li>
							))}
						</ul>
					)}
				</Fact>
				<Fact name={i18n.t("settings.activity.detail.bytes")}>{sizeText(entry.bytes, locale)}</Fact>
				<Fact name={i18n.t("settings.activity.detail.duration")}>{times.latency(entry.ms)}</Fact>
			</dl>
			<p className="text-[0.93rem] text-ink-soft">{i18n.t("settings.activity.detail.noValues")}</p>
		</div>
	);
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
	return (
		<>
			<dt>{name}</dt>
			<dd>{children}</dd>
		</>
	);
}

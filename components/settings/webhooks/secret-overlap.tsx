import { i18n } from "#i18n";
import { useFormat } from "@/components/format/use-format";
import { useNow } from "@/components/hooks/use-now";
import { Field, Select } from "@/components/ui/field";
import type { WebhookConfig } from "@/lib/tools/webhook-config";

const overlaps = [
	{ hours: 0, name: "none" },
	{ hours: 1, name: "hour" },
	{ hours: 24, name: "day" },
	{ hours: 7 * 24, name: "week" },
] as const;

/** What a rotation begins with: time enough to change the server over. */
export const usualOverlapH = 24;

type SecretOverlapProps = {
	stored: WebhookConfig;
	/** Whether a new secret is about to replace one. */
	rotates: boolean;
	hours: number;
	change(hours: number): void;
};

/** Asks for how long the old secret goes on signing, and says so while one does. Renders nothing otherwise. */
export function SecretOverlap({ stored, rotates, hours, change }: SecretOverlapProps) {
	const format = useFormat();
	const now = useNow();
	const until = stored.previous_secret_until;
	const earlier = until && Date.parse(until) > now ? format.moment(until) : undefined;
	if (rotates)
		return (
			<div>
				<Field label={i18n.t("settings.overlap.label")} hint={i18n.t("settings.overlap.hint")}>
					{(props) => (
						<Select {...props} value={hours} onChange={(event) => change(Number(event.target.value))}>
							{overlaps.map(({ hours: value, name }) => (
								<option key={name} value={value}>
									{i18n.t(`settings.overlap.${name}`)}
								</option>
							))}
						</Select>
					)}
				</Field>
				<ChangeOver overlaps={hours > 0} />
				{earlier && (
					<p className="mt-2 text-[0.93rem] text-warn">{i18n.t("settings.overlap.earlier", [earlier])}</p>
				)}
			</div>
		);
	if (!earlier) return null;
	return <p className="-mt-2 text-[0.93rem] text-ink-soft">{i18n.t("settings.overlap.until", [earlier])}</p>;
}

/** What has to be done at the receiver, and in which order, by what it checks (docs/contract.md, section 4). */
function ChangeOver({ overlaps }: { overlaps: boolean }) {
	const steps = overlaps
		? [
				{ headers: ["webhook-signature"], text: i18n.t("settings.overlap.standard") },
				{ headers: ["X-WAzion-Signature"], text: i18n.t("settings.overlap.wazion") },
			]
		: [{ headers: ["webhook-signature", "X-WAzion-Signature"], text: i18n.t("settings.overlap.atOnce") }];
	return (
		<dl className="mt-2 space-y-2 text-[0.93rem]">
			{steps.map(({ headers, text }) => (
				<div key={text} className="rounded-lg bg-sunken px-3 py-2">
					{headers.map((header) => (
						<dt key={header}>
							<code className="font-medium text-[0.93em]">{header}</code>
						</dt>
					))}
					<dd className="text-ink-soft">{text}</dd>
				</div>
			))}
		</dl>
	);
}

import { i18n } from "#i18n";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import type { WebhookDifference } from "@/lib/tools/configure-webhooks";
import type { WebhookConfig } from "@/lib/tools/webhook-config";

type ConfirmWebhookProps = {
	difference: WebhookDifference[];
	/** The settings as they will be. */
	after: Pick<WebhookConfig, "webhook_enabled" | "webhook_url" | "webhook_events">;
	saving: boolean;
	confirm(): void;
	cancel(): void;
};

/** Shows exactly what would change before it does: customers' data will go where these settings say. */
export function ConfirmWebhook({ difference, after, saving, confirm, cancel }: ConfirmWebhookProps) {
	return (
		<Dialog
			wide
			title={i18n.t("settings.webhooks.confirm.title")}
			close={cancel}
			actions={
				<>
					<Button onClick={cancel}>{i18n.t("connect.cancel")}</Button>
					<Button look="primary" disabled={saving} onClick={confirm}>
						{i18n.t("settings.webhooks.confirm.apply")}
					</Button>
				</>
			}
		>
			<p className="[overflow-wrap:anywhere]">{consequence(after)}</p>
			<dl className="mt-3 divide-y divide-line rounded-xl border border-line text-ink">
				{difference.map(({ field, from, to }) => (
					<div key={field} className="px-3.5 py-2.5">
						<dt className="text-[0.86rem] text-ink-soft">{nameOf(field)}</dt>
						<dd className="[overflow-wrap:anywhere]">
							{isNothing(from) ? (
								<span className="text-ink-soft">{shown(from)}</span>
							) : (
								<del className="text-bad">{shown(from)}</del>
							)}
							<span aria-hidden className="text-ink-soft">
								{" → "}
							</span>
							<ins className="text-good no-underline">{shown(to)}</ins>
						</dd>
					</div>
				))}
			</dl>
		</Dialog>
	);
}

/** What these settings mean: which events go where. */
function consequence({ webhook_enabled, webhook_url, webhook_events }: ConfirmWebhookProps["after"]): string {
	if (!webhook_enabled || webhook_url === "" || webhook_events.length === 0)
		return i18n.t("settings.webhooks.confirm.silent");
	return i18n.t("settings.webhooks.confirm.sends", [webhook_events.join(", "), new URL(webhook_url).host]);
}

const names = {
	webhook_enabled: "enabled",
	webhook_url: "url",
	webhook_secret: "secret",
	webhook_events: "events",
} as const;

const nameOf = (field: string): string =>
	field in names ? i18n.t(`settings.webhooks.${names[field as keyof typeof names]}.label`) : field;

const isNothing = (value: unknown) =>
	value === "" || value === "not set" || (Array.isArray(value) && value.length === 0);

const words = { set: "set", "not set": "notSet", "another secret": "another" } as const;

function shown(value: unknown): string {
	if (typeof value === "boolean") return i18n.t(value ? "values.yes" : "values.no");
	if (value === "") return i18n.t("settings.webhooks.confirm.nothing");
	if (Array.isArray(value)) return value.join(", ") || i18n.t("settings.webhooks.confirm.nothing");
	if (typeof value === "string" && value in words)
		return i18n.t(`settings.webhooks.confirm.secret.${words[value as keyof typeof words]}`);
	return String(value);
}

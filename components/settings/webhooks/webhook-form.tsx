import { useEffect, useState } from "react";
import { type UseFormReturn, useController, useForm } from "react-hook-form";
import { i18n } from "#i18n";
import { failureText } from "@/components/customer/failure-text";
import { messageKey } from "@/components/format/message-key";
import { useGrant } from "@/components/hooks/use-panel-commands";
import { useSettingsOverview } from "@/components/hooks/use-settings-overview";
import { useConfigureWebhooks, type WebhookPatch } from "@/components/hooks/use-webhook";
import { CheckField } from "@/components/ui/check-field";
import { Field, Input } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { useToast } from "@/components/ui/toast";
import { permissionPattern, readEndpointUrl } from "@/lib/crm/endpoint-url";
import type { WebhookConfiguration } from "@/lib/tools/configure-webhooks";
import type { WebhookConfig } from "@/lib/tools/webhook-config";
import { type ConfigurableEvent, configurableEvents } from "@/lib/webhooks/event";
import { secretProblem } from "@/lib/webhooks/sign";
import { LockedBadge } from "../locked-badge";
import { SaveBar } from "../save-bar";
import { SettingsSection } from "../settings-section";
import { ConfirmWebhook } from "./confirm-webhook";
import { SecretField } from "./secret-field";
import { SecretOverlap, usualOverlapH } from "./secret-overlap";

export type WebhookValues = {
	enabled: boolean;
	url: string;
	/** A new secret; undefined keeps the stored one, empty removes it. */
	secret: string | undefined;
	events: ConfigurableEvent[];
	/** With a new secret: for so many hours the one before it goes on signing. */
	overlapHours: number;
};

/** The webhook's settings. They are saved in the two steps of `configure_webhooks`: what changes is shown first. */
export function WebhookForm({ stored }: { stored: WebhookConfig }) {
	const form = useForm<WebhookValues>({ defaultValues: valuesOf(stored), mode: "onTouched" });
	const { register, control, formState, handleSubmit, reset, watch, setValue } = form;
	const secret = useController({ name: "secret", control, rules: { validate: secretText } });
	const followed = useFollowStored(form, stored);
	const locked = useSettingsOverview().data?.locked ?? [];
	const isLocked = (field: keyof WebhookConfig | "secret") =>
		locked.includes(`webhook.${field.replace("webhook_", "")}`);
	const configure = useConfigureWebhooks();
	const grant = useGrant();
	const [asked, setAsked] = useState<{ patch: WebhookPatch; answer: WebhookConfiguration }>();
	const toast = useToast();
	/** Counts the times everything was as stored again, after which nothing typed or revealed is left in view. */
	const [round, setRound] = useState(0);
	const values = watch();
	const dirty = Object.keys(patchOf(followed, values)).length > 0;
	const startOver = (fresh: WebhookValues) => {
		reset(fresh);
		configure.reset();
		setRound(round + 1);
	};

	const ask = handleSubmit(async (submitted) => {
		// Inside the click, before anything is awaited: Chrome shows its prompt only then.
		if (submitted.url && submitted.url !== stored.webhook_url)
			await grant.mutateAsync(permissionPattern(new URL(submitted.url)));
		const wanted = patchOf(stored, submitted);
		const outcome = await configure.mutateAsync(wanted);
		if (outcome.data?.confirmation_required) setAsked({ patch: wanted, answer: outcome.data });
	});
	const confirm = async () => {
		if (!asked) return;
		const outcome = await configure.mutateAsync({ ...asked.patch, confirm: true });
		// What was shown is no longer what would be done: it is shown anew.
		setAsked(outcome.data?.confirmation_required ? { patch: asked.patch, answer: outcome.data } : undefined);
		if (!outcome.data?.applied) return;
		startOver(valuesOf(outcome.data.current));
		toast({ text: i18n.t("settings.webhooks.saved") });
	};

	return (
		<form noValidate onSubmit={(event) => void ask(event)}>
			<SettingsSection anchor="where" title={i18n.t("settings.webhooks.title")}>
				<div className="space-y-5">
					<CheckField
						label={i18n.t("settings.webhooks.enabled.label")}
						hint={i18n.t("settings.webhooks.enabled.hint")}
						disabled={isLocked("webhook_enabled")}
						{...register("enabled")}
					/>
					<div id="url" className="scroll-mt-4">
						<Field
							label={i18n.t("settings.webhooks.url.label")}
							hint={isLocked("webhook_url") ? <LockedBadge /> : i18n.t("connect.urlHint")}
							error={formState.errors.url?.message}
						>
							{(props) => (
								<Input
									{...props}
									type="url"
									spellCheck={false}
									autoComplete="off"
									placeholder="https://hooks.example.com/chatside"
									disabled={isLocked("webhook_url")}
									{...register("url", {
										validate: (url, { enabled }) => urlProblem(url, enabled),
										deps: "enabled",
									})}
								/>
							)}
						</Field>
					</div>
					<SecretField
						key={round}
						hasStored={stored.has_secret}
						locked={isLocked("secret")}
						value={secret.field.value}
						error={secret.fieldState.error?.message}
						inputRef={secret.field.ref}
						change={secret.field.onChange}
						left={secret.field.onBlur}
					/>
					<SecretOverlap
						stored={stored}
						rotates={Boolean(stored.has_secret && values.secret)}
						hours={values.overlapHours}
						change={(hours) => setValue("overlapHours", hours)}
					/>
					<fieldset id="events" className="scroll-mt-4" disabled={isLocked("webhook_events")}>
						<legend className="mb-1 font-medium text-[0.93rem]">
							{i18n.t("settings.webhooks.events.label")}
						</legend>
						<div className="space-y-2">
							{configurableEvents.map((event) => (
								<CheckField
									key={event}
									label={<code>{event}</code>}
									hint={i18n.t(`settings.webhooks.events.${messageKey(eventKey(event))}`)}
									value={event}
									{...register("events")}
								/>
							))}
						</div>
					</fieldset>
				</div>
				{grant.data === false && (
					<Notice tone="warn" className="mt-4" title={i18n.t("connect.refused.title")}>
						{i18n.t("settings.webhooks.refused")}
					</Notice>
				)}
				{configure.data?.isError && (
					<Notice tone="bad" className="mt-4" title={i18n.t("connect.notSaved")}>
						{configure.data.text}
					</Notice>
				)}
				<SaveBar dirty={dirty} saving={configure.isPending} discard={() => startOver(valuesOf(stored))} />
			</SettingsSection>
			{asked && (
				<ConfirmWebhook
					difference={asked.answer.difference}
					after={{ ...asked.answer.current, ...asked.patch }}
					saving={configure.isPending}
					confirm={() => void confirm()}
					cancel={() => setAsked(undefined)}
				/>
			)}
		</form>
	);
}

const valuesOf = (stored: WebhookConfig): WebhookValues => ({
	enabled: stored.webhook_enabled,
	url: stored.webhook_url,
	secret: undefined,
	events: stored.webhook_events,
	overlapHours: usualOverlapH,
});

/**
 * Shows what was changed elsewhere, in every field that is not being changed here. Gives what the fields follow by now:
 * for a moment that is not yet what is stored, and nobody has typed the difference.
 */
function useFollowStored(
	{ getValues, setValue }: UseFormReturn<WebhookValues>,
	stored: WebhookConfig,
): WebhookConfig {
	const [followed, setFollowed] = useState(stored);
	useEffect(() => {
		if (stored === followed) return;
		const [before, after, shown] = [valuesOf(followed), valuesOf(stored), getValues()];
		for (const field of ["enabled", "url", "events"] as const)
			if (String(shown[field]) === String(before[field])) setValue(field, after[field]);
		setFollowed(stored);
	}, [stored, followed, getValues, setValue]);
	return followed;
}

function secretText(secret: string | undefined): true | string {
	const problem = secret ? secretProblem(secret) : null;
	return problem === null || i18n.t(`settings.webhooks.secret.problems.${messageKey(problem)}`);
}

/** What differs from what is stored. */
function patchOf(
	stored: WebhookConfig,
	{ enabled, url, secret, events, overlapHours }: WebhookValues,
): WebhookPatch {
	const wanted = configurableEvents.filter((event) => events.includes(event));
	return {
		...(enabled !== stored.webhook_enabled && { webhook_enabled: enabled }),
		...(url.trim() !== stored.webhook_url && { webhook_url: url.trim() }),
		...(secret !== undefined && { webhook_secret: secret }),
		...(secret && stored.has_secret && { secret_overlap_hours: overlapHours }),
		...(wanted.join() !== stored.webhook_events.join() && { webhook_events: wanted }),
	};
}

function urlProblem(url: string, enabled: boolean): true | string {
	if (url.trim() === "") return !enabled || i18n.t("settings.webhooks.url.needed");
	const read = readEndpointUrl(url);
	return read.ok || failureText(read.failure).text;
}

const eventKey = <Event extends ConfigurableEvent>(event: Event) =>
	event.replace(".", "-") as Event extends `${infer Subject}.${infer Verb}` ? `${Subject}-${Verb}` : never;

import { useEffect, useRef, useState } from "react";
import { useForm } from "react-hook-form";
import { i18n } from "#i18n";
import { useOpenSettings } from "@/components/hooks/use-open-settings";
import { useGrant } from "@/components/hooks/use-panel-commands";
import { useTestEndpoint, useUpdateEndpoints } from "@/components/hooks/use-tool";
import { useOfferTyped } from "@/components/hooks/use-typed-connection";
import { hrefOf } from "@/components/settings/shell/place";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { readPhone } from "@/lib/contacts/phone";
import type { Endpoint } from "@/lib/crm/endpoint";
import { defaultTestPhone } from "@/lib/crm/endpoint-type";
import { permissionPattern, readEndpointUrl } from "@/lib/crm/endpoint-url";
import { connectionOf, emptyConnection, endpointOf } from "./connection";
import { ConnectionForm } from "./connection-form";
import { ConnectionSummary } from "./connection-summary";
import { ConnectionTest } from "./connection-test";
import { OtherWays } from "./other-ways";
import { Steps } from "./steps";

type ConnectWizardProps = {
	/** The endpoint as set, when it is being changed. */
	current?: Endpoint;
	/** A number to try it with: that of the open conversation. */
	testPhone?: string;
	done(): void;
	/** Absent on the first run: there is nothing to go back to. */
	cancel?(): void;
};

export type WizardStep = "connect" | "test" | "save";

/** Connects the CRM in three steps: where it is, whether it answers, save. */
export default function ConnectWizard({ current, testPhone, done, cancel }: ConnectWizardProps) {
	const [step, setStep] = useState<WizardStep>("connect");
	const [typedPhone, setPhone] = useState<string>();
	// A chat may be opened, or recognised, while the form is being filled in.
	const phone = typedPhone ?? testPhone ?? defaultTestPhone;
	const stepPlace = useRef<HTMLDivElement>(null);
	const shownStep = useRef(step);
	// The button that was pressed is gone with its step; without this the focus would fall back to the page's top.
	useEffect(() => {
		if (shownStep.current !== step) stepPlace.current?.focus();
		shownStep.current = step;
	}, [step]);
	const form = useForm({
		defaultValues: current ? connectionOf(current) : emptyConnection,
		mode: "onTouched",
	});
	const { isDirty } = form.formState;
	// Where it is gone on with in the settings, nothing has to be typed again.
	const offerTyped = useOfferTyped(() => (isDirty ? form.getValues() : undefined));
	const grant = useGrant();
	const test = useTestEndpoint();
	const save = useUpdateEndpoints();
	const openSettings = useOpenSettings();
	const endpoint = () => endpointOf("sidePanel_CustomerInfo", form.getValues());

	const saveIt = async (): Promise<boolean> => {
		const saved = await save.mutateAsync({ add_crm_endpoint: endpoint() });
		if (!saved.isError) done();
		return !saved.isError;
	};
	/** What was typed here is stored, so that it is there where the answer can be clicked. */
	const mapAnswer = async () => {
		if (await saveIt()) openSettings(hrefOf({ route: "crm-endpoints", target: "sidePanel_CustomerInfo" }));
		else setStep("save");
	};
	const runTest = () => {
		const { cache_ttl_s: _, ...tested } = endpoint();
		test.mutate({ ...tested, test_phone: readPhone(phone)?.e164 ?? phone });
	};
	/** Chrome shows its prompt only right after a click: nothing slow may be awaited before it is asked for. */
	const askAndTest = form.handleSubmit(async ({ url }) => {
		const read = readEndpointUrl(url);
		if (!read.ok || !(await grant.mutateAsync(permissionPattern(read.value)))) return;
		test.reset();
		setStep("test");
		if (readPhone(phone)) runTest();
	});

	return (
		<div className="px-4 pt-5 pb-6" data-testid="connect-wizard">
			<h1 className="font-semibold text-[1.3rem] leading-tight">
				{i18n.t(current ? "connect.changeTitle" : "connect.title")}
			</h1>
			<p className="mt-1 mb-4 text-ink-soft">{i18n.t("connect.intro")}</p>
			{!current && step === "connect" && <OtherWays leave={offerTyped} />}
			<Steps current={step} testFailed={test.data?.isError === true} />
			<div ref={stepPlace} tabIndex={-1} className="outline-none">
				{step === "connect" && (
					<form noValidate onSubmit={(event) => void askAndTest(event)}>
						<ConnectionForm
							form={form}
							type="sidePanel_CustomerInfo"
							urlLabel={i18n.t("connect.url")}
							current={current}
						/>
						<p className="mt-4 text-[0.86rem] text-ink-soft">{i18n.t("connect.privacy")}</p>
						{grant.data === false && (
							<Notice tone="warn" className="mt-4" title={i18n.t("connect.refused.title")}>
								{i18n.t("connect.refused.text", [new URL(grant.variables).host])}
							</Notice>
						)}
						<div className="mt-5 flex justify-end gap-2">
							{cancel && <Button onClick={cancel}>{i18n.t("connect.cancel")}</Button>}
							{/* Pressing it must not take the focus from a field: its error would appear and push the button away mid-click. */}
							<Button type="submit" look="primary" onMouseDown={(event) => event.preventDefault()}>
								{i18n.t("connect.toTest")}
							</Button>
						</div>
					</form>
				)}
				{step === "test" && (
					<ConnectionTest
						phone={phone}
						setPhone={setPhone}
						outcome={test.data}
						running={test.isPending}
						run={runTest}
						mapAnswer={() => void mapAnswer()}
						back={() => setStep("connect")}
						next={() => setStep("save")}
					/>
				)}
				{step === "save" && (
					<ConnectionSummary
						endpoint={endpoint()}
						tested={test.data?.isError === false}
						saving={save.isPending}
						problem={save.data?.isError ? save.data.text : undefined}
						back={() => setStep("test")}
						save={async () => void (await saveIt())}
					/>
				)}
			</div>
		</div>
	);
}

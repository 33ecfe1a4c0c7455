import { i18n } from "#i18n";
import { CustomerPreview } from "@/components/crm-answer/customer-preview";
import { SearchFailure } from "@/components/customer/link/search-failure";
import { useFormat } from "@/components/format/use-format";
import { useKnownCustomer } from "@/components/hooks/use-known-customer";
import { useNow } from "@/components/hooks/use-now";
import { hrefOf } from "@/components/settings/shell/place";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { Dialog } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import { Skeleton } from "@/components/ui/skeleton";
import type { Customer } from "@/lib/crm/customer";
import type { KnownHere } from "./entries";

type KnownCustomerProps = {
	customer: KnownHere;
	/** Leaves for a place of the settings. */
	go(place: string): void;
	close(): void;
};

/** A customer who is known here, as their card has them or, of one who is only linked, as the CRM does now. */
export function KnownCustomer({ customer, go, close }: KnownCustomerProps) {
	const { data, isFetching, refetch } = useKnownCustomer(customer);
	const { name, phone } = customer;
	const email = "card" in customer ? customer.email : undefined;
	return (
		<Dialog
			title={i18n.t("tabs.customer")}
			close={close}
			actions={
				<Button look="primary" onClick={close}>
					{i18n.t("link.back")}
				</Button>
			}
		>
			<div className="-mx-4 text-ink">
				{!data && <Skeleton className="mx-4 h-24" />}
				{data?.ok && <Told customer={customer} told={data.value.customers} />}
				{data?.ok && data.value.fetchedAt !== undefined && <Age fetchedAt={data.value.fetchedAt} />}
				{data &&
					!data.ok &&
					(data.failure.reason === "not-configured" ? (
						<p className="flex flex-wrap items-center gap-2 px-4">
							{i18n.t("anyCrm.noEndpoint")}
							<Button
								size="small"
								onClick={() => go(hrefOf({ route: "crm-endpoints", target: "sidePanel_CustomerInfo" }))}
							>
								{i18n.t("products.notSet.setUp")}
							</Button>
						</p>
					) : (
						<SearchFailure failure={data.failure} retrying={isFetching} retry={() => void refetch()} />
					))}
				<ul className="mt-3 px-4 text-[0.93rem] text-ink-soft">
					<Contact text={phone} what={i18n.t("customer.phone")} name={name} />
					<Contact text={email} what={i18n.t("customer.email")} name={name} />
				</ul>
			</div>
		</Dialog>
	);
}

function Told({ customer, told }: { customer: KnownHere; told: Customer[] }) {
	const id = "link" in customer ? customer.link.customerId : undefined;
	const meant = id === undefined ? told : told.filter((one) => one.id === id);
	const isOther = meant.length === 0 && told.length > 0 && told.every((one) => one.id !== undefined);
	if (told.length === 0)
		return (
			<p className="px-4">
				{id === undefined ? i18n.t("anyCrm.noCard") : i18n.t("link.gone.title", [customer.name])}
			</p>
		);
	return (
		<>
			{isOther && <Notice tone="warn" className="mx-4" title={i18n.t("link.other.title")} />}
			<CustomerPreview customers={meant.length > 0 ? meant : told} />
		</>
	);
}

function Age({ fetchedAt }: { fetchedAt: number }) {
	const format = useFormat();
	const now = useNow();
	return (
		<p className="mt-2 px-4 text-[0.86rem] text-ink-soft">
			{i18n.t("customer.updated", [format.ago(fetchedAt, Math.max(now, fetchedAt))])}
		</p>
	);
}

function Contact({ text, what, name }: { text: string | undefined; what: string; name: string }) {
	if (!text || text === name) return null;
	return (
		<li className="flex items-center gap-1">
			<span className="min-w-0 break-words tabular-nums">{text}</span>
			<CopyButton text={text} what={what} />
		</li>
	);
}

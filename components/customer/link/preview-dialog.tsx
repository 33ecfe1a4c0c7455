import { Link2 } from "lucide-react";
import { i18n } from "#i18n";
import { useCustomerPreview } from "@/components/hooks/use-customer-link";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Skeleton } from "@/components/ui/skeleton";
import type { Linkable } from "@/lib/contacts/customer-link";
import { CustomerPreview } from "../../crm-answer/customer-preview";
import { SearchFailure } from "./search-failure";

type PreviewDialogProps = { customer: Linkable; link(): void; close(): void };

/** The card of a customer that was found, as it will be once they are linked. */
export function PreviewDialog({ customer, link, close }: PreviewDialogProps) {
	const { data, isFetching, refetch } = useCustomerPreview(customer);
	return (
		<Dialog
			title={i18n.t("link.preview")}
			close={close}
			actions={
				<>
					<Button onClick={close}>{i18n.t("link.back")}</Button>
					<Button look="primary" onClick={link}>
						<Link2 aria-hidden />
						{i18n.t("link.link")}
					</Button>
				</>
			}
		>
			<div className="-mx-3 text-ink">
				{!data && <Skeleton className="mx-3 h-24" />}
				{data?.ok && data.value.found && <CustomerPreview customers={data.value.customers} />}
				{data?.ok && !data.value.found && <p className="px-3">{i18n.t("link.nobody")}</p>}
				{data && !data.ok && (
					<SearchFailure failure={data.failure} retrying={isFetching} retry={() => void refetch()} />
				)}
			</div>
		</Dialog>
	);
}

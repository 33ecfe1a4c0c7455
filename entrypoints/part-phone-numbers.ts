import {
	getCountries,
	getCountryCallingCode,
	isSupportedCountry,
	parsePhoneNumberFromString,
} from "libphonenumber-js/min";
import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { foundCustomers } from "@/lib/contacts/found-customer";
import { phoneInCrm } from "@/lib/detection/phone-in-crm";
import { phonesOfConversation } from "@/lib/detection/phones-of-conversation";

/**
 * Loaded by the worker when it first meets a number, or the results of a search for a customer (scripts/worker-parts.ts),
 * and by pages that have to do with numbers (scripts/share-phone-numbers.ts).
 */
export default defineUnlistedScript(() => ({
	getCountries,
	getCountryCallingCode,
	isSupportedCountry,
	parsePhoneNumberFromString,
	phonesOfConversation,
	phoneInCrm,
	foundCustomers,
}));

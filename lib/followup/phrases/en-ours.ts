import type { Phrases } from "./kind";

/** What we write ourselves in English. */
export const englishOurs: Phrases = {
	"quote-sent": [
		"¤ #",
		"# ¤",
		"(price|total|cost|rate) [is|comes to|would be|of|will be|for this] [about|around|only|just|from|at] [¤] #",
		"(heres|here is|attached|attached is|find|sending|sent) [you|the|our|your|attached] (quote|quotation|estimate|proposal|price list|pdf|pricing|offer)",
		"(quote|quotation|estimate|proposal) (attached|below|is)",
		"(comes|come) to [¤] #",
		"# (each|per|a month|per month|per person|in total|for both|bucks|quid|pounds|dollars|all in|with delivery|plus|pcm|a night|per night|an hour|for an hour|a week)",
		"(starts|start|starting) (at|from) [¤] #",
	],
	"payment-link-sent": [
		"<payment-link>",
		"(payment|checkout|pay|secure) link",
		"(here|heres|this) [is] [the|your] link to pay",
		"(pay|transfer) (here|to|via|it to) ~ (account|iban|link|paypal|sort code|bank|revolut|zelle|venmo)",
		"(iban|sort code|account number|bank details|zelle|venmo) ~",
	],
	"offer-sent": [
		"(shall|should|can|may|want me to|would you like me to|do you want me to|will) [i|we] (put|reserve|book|hold|set|keep|save|prepare|send|order|pack|go ahead) ~",
		"(would|do) you (like|want) (to|me to|one|it|us to|the|a) ~",
		"(let me|let us) know if [you|youd|u] ~",
		"(are you still|still) interested",
		"(what|how) do you think",
	],
	"sold-out": [
		"(sold out|out of stock|not in stock|no longer available|not available|unavailable|ran out|run out|none left|all gone)",
		"(dont|do not) have ~ (in stock|anymore|left|any|that|it in|more)",
		"(only|just) ~ ~ (left|available) [at the moment]",
		"back in (january|february|march|april|may|june|july|august|september|october|november|december|stock)",
	],
	"delivery-cost-sent": [
		"(shipping|delivery|postage) [is|costs|cost|would be|will be|fee|comes to|to] [ireland|there|you|is] [¤] #",
	],
	"order-confirmed": [
		"(received|got) (your|the|it) (payment|money|transfer|deposit|order)",
		"(payment|transfer|order|deposit|booking) (received|confirmed|arrived|went through|has been received|is confirmed)",
		"(thank you|thanks) for (your|the) (order|purchase|payment|booking)",
		"(your|the) (order|parcel|package) (is|has|will|was|ships|shipped) [been|be] (shipped|sent|on its way|confirmed|dispatched|ship|on the way|delivered|out|go out)",
		"(its|is) on (its|the) way",
		"(well|we will|will|ill) (ship|send|dispatch) [it|your order|them] (tomorrow|today|on|this|out|right away|monday)",
		"(you are|youre|youre all|all) (booked|booked in|enrolled|registered|set for)",
		"(tracking number|track it here)",
	],
	"anything-else": ["(anything|something) else", "(do you|would you) (need|like|want) (a bag|anything)"],
};

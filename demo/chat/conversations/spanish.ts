import type { Conversation } from "./conversation";

export const sofia: Conversation = {
	script: `
@ -4 16:05
< Hola! Los vi en Instagram, hacen envíos a Buenos Aires?
> Hola Sofía! Sí, enviamos a toda Argentina 😊
> Tarda entre 8 y 12 días
< Buenísimo
< Me interesa la *bata de gofre* en talle M
> La tenemos en M en Natural y en Oliva, 62 €
< Y con el envío a cuánto me queda?
> El envío son 19 €, y si llevás dos piezas va gratis
@ -4 16:22
< Ah mirá qué bien
< Entonces sumo las toallas
< [image cushion]
< Estas, las de la foto
> Esas son las de algodón en Rosé, 18,50 € cada una
@ -2 22:47
< Perdón la demora! Estuve a mil
< Sigue en pie el envío gratis?
@ -1 08:58
> Claro que sí, te lo mantengo hasta el domingo
> Querés que te arme el carrito?
< Dale, dos toallas y la bata en *Oliva*
> Listo, te lo dejé en el carrito con el envío bonificado
< {Listo, te lo dejé en el carrito con el envío bonificado} Sos una genia
@ 0 11:02
< Hola Marta, me tira error la tarjeta 😞
< Puede ser que no acepten tarjetas de acá?
`,
	nextLines: [
		"Probé con otra y tampoco",
		"Puedo pagar con transferencia?",
		"Si no te complica, llamame al +54 9 11 5555-0123",
	],
	unread: 2,
};

export const ortega: Conversation = {
	script: `
@ -43 11:12
< Buenos días, somos la familia Ortega
< Compramos el reloj de pared en la tienda de Sevilla
> Buenos días! Sí, me acuerdo, en qué puedo ayudarles?
< Atrasa unos diez minutos al día
> Vaya, lo siento. Lo cambiamos sin problema
< Mi mujer pasa el viernes por la tienda
> Perfecto, lo dejo avisado
@ -17 18:30
< Todo bien con el reloj nuevo, gracias
< Queríamos también la *cesta de picnic*, la hay en azul?
> Sí, en Añil, 58 €
< {Sí, en Añil, 58 €} La reservas a nombre de Carmen?
> Reservada hasta el lunes
@ -8 10:02
< Buenas, al final la recoge Javier
< Es el mismo teléfono
> Sin problema, con el nombre me basta
< [voice 7]
> Anotado
`,
	nextLines: ["Ya está recogida la cesta, gracias", "Una pregunta, la factura puede ir a nombre de Javier?"],
};

export const ana: Conversation = {
	script: `
@ -3 12:11
< Hola, quería cambiar las alpargatas por un 38
> Hola Ana! Claro, tienes el 37 verdad?
< Sí, me aprietan un poco
> Tenemos el 38 en Natural y en Añil
< En Natural, como las que tengo
> Perfecto. Te paso la etiqueta de devolución
> [file Devolucion.pdf 1 página · 77 kB]
< Gracias. Las dejo en el punto de recogida?
> Sí, el de la Calle Mayor cierra a las 20:00
@ -2 19:44
< Ya están entregadas
> Genial, en cuanto salga el escaneo te mando las nuevas
@ 0 09:27
< Buenos días! Hay novedades del 38?
> Buenos días Ana, salen hoy y te llegan mañana
< Qué rápido, gracias!!
`,
	nextLines: ["Me ha llegado el aviso de la mensajería 😊", "Si no estoy, que lo dejen con el portero"],
};

export const otherAna: Conversation = {
	script: `
@ -9 20:15
< Hola buenas noches, son la tienda de España?
> Hola Ana! Sí, desde Madrid enviamos a México
< Ay qué padre
< Vi el *rebozo de seda* en su página
> Es nuestro pañuelo de seda, 45 €
< Y en pesos como cuánto sería?
> Unos 960 pesos, el cobro se hace en euros
@ -8 21:03
< [image cushion]
< Este color se llama cómo?
> Ese es Terracota
< Está hermoso, déjeme checarlo con mi mamá
@ -1 17:35
> Hola Ana! Te animaste con el pañuelo? Queda uno en Terracota
< Híjole, se me hizo un poquito caro con el envío
> Te entiendo. Si quieres te hago el envío a mitad de precio
< Lo pienso y mañana le digo
`,
	nextLines: ["Ya me decidí, sí lo quiero", "Cómo le hago para pagar?", "Mi dirección es en la Roma Norte"],
};

export const stranger: Conversation = {
	script: `
@ 0 11:20
< Hola, me han pasado este número
< Es la tienda de textiles de la calle Olivar?
> Hola! Sí, Casa Brisa. En qué te puedo ayudar?
< Busco cortinas de lino a medida
> A medida no hacemos, pero tenemos manteles y fundas de lino
< Vaya
< Y sabéis quién las hace?
> Prueba con el taller de enfrente, trabajan muy bien
< Gracias por la honestidad 😊
@ 0 11:41
< Ya que estoy, abrís los sábados?
`,
	nextLines: ["Perfecto, me paso este sábado", "Me podéis llamar al 699 000 222? Es el de mi marido"],
	unread: 1,
};

export const nora: Conversation = {
	script: `
@ -1 10:30
< Hola equipo! Soy Nora, hago diseño de interiores
< Tenéis tarifa para profesionales?
> Hola Nora! Sí, un 20 % a partir de 500 €
< Genial, tengo un proyecto de *12 habitaciones* en Cádiz
< Os paso la lista
< [file Lista-hotel.pdf 3 páginas · 210 kB]
> Qué bonito proyecto! Le echo un ojo y te digo stock
@ 0 09:05
> Tenemos todo menos 4 fundas nórdicas en Oliva, llegan en diez días
< Me cuadra, gracias
< Prefiero seguir por aquí, no uso teléfono para el trabajo 😅
`,
	nextLines: ["Me pasas el presupuesto con la tarifa?", "A nombre de Nora Designs"],
};

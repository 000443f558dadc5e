# Tutto ciò che cento dice in italiano.

## La frase iniziale

headline = { $plans ->
    [1] { headline-people }
   *[other] { $plans-text } piani, { headline-people }
}
headline-people = { $people ->
    [0] nessuna persona
    [1] 1 persona: { headline-statuses }
   *[other] { $people-text } persone: { headline-statuses }
}
headline-statuses = { $over ->
    [0] nessuna oltre { headline-capacity }
   *[other] { $over-text } oltre { headline-capacity }
}, { $full ->
    [0] nessuna { headline-full }
   *[other] { $full-text } { headline-full }
}, { $under ->
    [0] nessuna sotto
   *[other] { $under-text } sotto
}
headline-capacity = { $capacity ->
    [own] la capacità
   *[hundred] il 100 %
}
headline-at-capacity = { $capacity ->
    [own] alla capacità
   *[hundred] al 100 %
}
headline-full = { $tolerance ->
    [none] esattamente { headline-at-capacity }
    [mixed] { headline-at-capacity } entro la tolleranza di ciascun piano
   *[other] { headline-at-capacity } (tolleranza { $tolerance })
}
headline-uncertain = { $uncertain ->
    [0] { "" }
    [1] , 1 con il totale non certo
   *[other] , { $uncertain-text } con il totale non certo
}
headline-partly = { $partly ->
    [0] { "" }
    [1] , 1 non letta per intero
   *[other] , { $partly-text } non lette per intero
}
headline-unreadable = { $rejected ->
    [0] { "" }
    [1] ; 1 riga non è stata letta
   *[other] ; { $rejected-text } righe non sono state lette
}
headline-unread = { $unread ->
    [0] { "" }
    [1] ; 1 documento non è stato letto
   *[other] ; { $unread-text } documenti non sono stati letti
}

## Le parole

status-over = oltre
status-over-at-times = oltre in alcuni giorni
status-under = sotto
status-full = al 100 %
status-at-capacity = alla capacità
status-full-by-rounding = al 100 % per arrotondamento
status-at-capacity-by-rounding = alla capacità per arrotondamento
status-uncertain = non certo
status-partly-read = non letta per intero
role-director = Dirigente
role-organisational_position = Posizione Organizzativa
role-employee = Dipendente
role-employee_art_90 = Dipendente Art. 90
role-other = Altro
role-collective = Collettivo
pseudonymised = Codici al posto dei nomi. Relazione e CDR possono ancora identificare qualcuno.
pseudonym-person = Persona { $code }
pseudonym-collective = Collettivo { $code }
pseudonym-vacancy = Posto { $code }
pseudonym-left-out = (testo omesso: può nominare qualcuno)
kind-improvement = di miglioramento
kind-ordinary = gestionale ordinario
kind-priority = prioritario
kind-none = (senza tipo)
kind-product = Prodotto
kind-project = Progetto
severity-error = errore
severity-warning = avviso
severity-note = nota
yes = sì
no = no

column-code = Codice
column-severity = Gravità
column-meaning = Che cosa vuol dire
column-weight = Peso
column-weight-project = Peso prog.
column-weight-objective = Peso ob.
column-objective = Obiettivo
column-objective-kinds = Tipo di obiettivi
column-objective-kind = Tipo
column-indicator = Indicatore
column-target = Valore atteso
column-actual = Risultato
column-proposed-direction = Direzione proposta
column-direction = Direzione
column-note = Note
column-covered = Con risultato
column-calculation = Calcolo
column-score = Punteggio
column-points = Punti
column-reason = Perché
column-group = Gruppo
column-plan = Piano
column-person = Persona
column-subject = Soggetto
column-roles = Relazione
column-cdr = CDR
column-cdrs = CDR
column-name = Nome
column-director = Dirigente
column-projects = Progetti
column-sheets = Schede
column-listed = In quadro
column-sheet = Scheda
column-total = Totale
column-capacity = Capacità
column-difference = Scarto
column-peak = Massimo
column-when = Quando
column-period = Periodo
column-from = Dal
column-to = Al
# Di una quota della capacità, che cosa c'è scritto.
share-of-capacity = { $share } di { $capacity }
column-written = Scritto
column-days = Giorni
column-year-percent = Nell'anno
column-status = Stato
column-line = Riga
column-page = Pag.
column-cell = Cella
column-place = Dove
place-page = p. { $page }{ $height ->
    [top] , in alto
    [middle] , a metà
    [bottom] , in basso
   *[none] {""}
}
place-line = riga { $line }
column-project = Progetto
column-kind = Tipo
column-title = Titolo
column-percent = Impegno
column-running = Progressivo
column-rows = Righe
column-people = Persone
column-fte = FTE
column-objectives = Obiettivi
column-indicators = Indicatori
column-document = Documento
column-fte-director = Dirig.
column-fte-organisational_position = P.O.
column-fte-employee = Dip.
column-fte-employee_art_90 = Art. 90
column-fte-other = Altri
column-fte-collective = Coll.
column-fte-to-come = Vac.

without-project = (senza progetto)
without-cdr = (senza CDR)
sum = Somma

## Le segnalazioni

findings-heading = Segnalazioni: { $errors ->
    [0] nessun errore
    [1] 1 errore
   *[other] { $errors-text } errori
}, { $warnings ->
    [0] nessun avviso
    [1] 1 avviso
   *[other] { $warnings-text } avvisi
}, { $notes ->
    [0] nessuna nota
    [1] 1 nota
   *[other] { $notes-text } note
}{ $accepted ->
    [0] { "" }
    [1] ; 1 accettata
   *[other] ; { $accepted-text } accettate
}
findings-none = Nessuna segnalazione.

findings-more = { $more ->
    [1] un'altra segnalazione uguale non è mostrata
   *[other] altre { $more-text } segnalazioni uguali non sono mostrate
}: con --format json ci sono tutte, per intero
places-more = { $more ->
    [1] e in un altro punto
   *[other] e in altri { $more-text } punti
}: con --format json ci sono tutti

findings-in-short = Senza estratti, perché i piani sono molti: con --excerpts always si vedono le righe. Il rimedio di ciascuna: cento explain CODICE.

project-with-title = { $code } «{ $title }»
in-rows = { $rows ->
    [0] in nessuna riga che conti
    [1] in 1 riga
   *[other] in { $rows } righe
}
in-cdr = { $cdr ->
    [none] { "" }
   *[other] { " " }(CDR { $cdr })
}
on-sheet = { $project ->
    [none] { "" }
   *[other] , scheda { $project }
}
under-heading = { $written ->
    [none] { "" }
   *[other] , sotto «{ $written }»
}
under-header = { $header ->
    [none] { "" }
   *[other] , sotto «{ $header }»
}
would-add = { $percent ->
    [none] { "" }
   *[other] , con { $percent } in più se contasse
}
base-shown-in = { $base-unit ->
    [weekly-hours] ore alla settimana
    [days] giorni all'anno
   *[hours] ore all'anno
}
base-counted-in = { $base-counted-unit ->
    [weekly-hours] ore alla settimana
    [days] giorni all'anno
   *[hours] ore all'anno
}
base-key = { $base-unit ->
    [weekly-hours] hours_per_week
    [days] days_per_year
   *[hours] hours_per_year
}
in-more-rows = { $rows ->
    [1] { "" }
   *[other] , in { $rows } righe
}
not-read-nothing = ha nomi accanto a percentuali, e nessuna riga letta
persons-more = { $persons } e altre { $more }
after-sheet = { $project ->
    [none] { "" }
   *[other] , dopo la scheda { $project }
}
of-name = { $name ->
    [none] { "" }
   *[other] { " " }di { $name }
}

period = dal { $from } al { $to }
period-and-others = { $period } e altri giorni
period-day = il { $day }
periods-more = { $periods } e { $more ->
    [1] in un altro periodo
   *[other] in altri { $more } periodi
}
of-the-year = { $peak ->
    [none] { "" }
   *[other] {" "}in media nell'anno
}
at-most = { $peak ->
    [none] { "" }
   *[other] ; al massimo { $peak } { $peak-days }{ also-over }
}
also-over = { $other-days ->
    [none] { "" }
   *[other] {" "}(oltre { $other-days })
}
idle-days = { $days ->
    [none] { "" }
   *[other] ; nessun impegno { $days }
}
because = { $why ->
    [none] { "" }
   *[other] . { $why }
}
quoted = «{ $text }»
rejected-rows = { $rows ->
    [1] Una riga con questo nome non è stata letta
   *[other] { $rows } righe con questo nome non sono state lette
}: { $told }{ $total ->
    [none] { "" }
   *[other] ; { $rows ->
        [1] con essa
       *[other] con esse
    } il totale sarebbe { $total }
}.
rejected-row = { $share ->
    [none] { $code ->
        [R013] un impegno di più persone,{ " " }
       *[other] { "" }
    }
   *[other] { $share },{ " " }
}{ $project ->
    [none] { "" }
   *[other] scheda { $project },{ " " }
}{ $place } ({ $code })
rejected-more = { $more ->
    [1] {" "}e un'altra
   *[other] {" "}e altre { $more }
}
reason-missing-sheet = Manca la scheda di { $project }, che sta in un CDR che dirige (D001).
reason-probable-same-person = { $person } è probabilmente la stessa persona, e insieme fanno la capacità (N001).
reason-leads-no-cdr = È dirigente, e non dirige nessuno dei CDR presenti.
perhaps = { $likely ->
    [none] { "" }
   *[other] ; forse «{ $likely }»
}
slip = { $slip ->
    [order] cambia solo l'ordine dei nomi
    [spacing] cambiano solo gli spazi
    [look-alike] le lettere che cambiano si somigliano
    [initial] uno ha solo l'iniziale
    [missing-name] in uno manca un nome
    [suffix] cambia solo ciò che è scritto accanto al nome
   *[letters] { $letters ->
        [1] i nomi differiscono per una lettera
       *[other] i nomi differiscono per { $letters } lettere
    }
}
same-cdr = { $same-cdr ->
    [yes] , stesso CDR
   *[none] { "" }
}
same-role = { $same-role ->
    [yes] , stessa relazione
   *[none] { "" }
}
accepted = { $until ->
    [none] accettata: { $reason }
   *[other] accettata fino al { $until }: { $reason }
}

A001 = { $person }: { $total }{ of-the-year }, { $difference } rispetto alla capacità di { $capacity }, { in-rows }{ at-most }
    .help = Confrontare le righe indicate con le schede e correggere la percentuale sbagliata.
A002 = { $person }: { $total }{ of-the-year }, { $difference } rispetto alla capacità di { $capacity }, { in-rows }{ idle-days }{ because }
    .help = { $rejected ->
        [yes] Correggere nel documento ciò che non è stato letto, e che manca al totale.
       *[no] Cercare il resto nei documenti degli altri servizi; se non c'è, chiedere al dirigente responsabile delle schede.
    }
A003 = { $person }: una sola riga di { $percent } supera la capacità di { $capacity }{ on-sheet }
    .help = Correggere la percentuale nella scheda: di solito manca una virgola, o la cifra è quella di più persone.
A004 = { $person } compare { $rows } volte nella { $project ->
    [none] stessa scheda
   *[other] scheda { $project }
}, per { $percent } in tutto
    .help = Riunire le righe in una sola, o correggere il nome in una di esse.
A005 = { $person }: un impegno di 0,00 %{ on-sheet }
    .help = Scrivere la percentuale, o togliere la riga.
A006 = { $name }: nessun impegno nel piano, con una capacità di { $capacity }{ perhaps }
    .help = Chiedere al dirigente del suo CDR, o correggere il nome.
A007 = { $person }: { $peak } { $peak-days }, oltre la capacità di { $peak-capacity }{ also-over }; in media nell'anno { $total }, { in-rows }
    .help = Confrontare i periodi delle righe indicate: spostarne uno, o ridurre una percentuale nei giorni detti.
D001 = Manca la scheda di { $project }, che il quadro elenca{ in-cdr }
    .help = Cercare la scheda e metterla accanto agli altri documenti del piano.
D002 = Nessun quadro elenca la scheda { $project }{ in-cdr }
    .help = Aggiungere il progetto al quadro, o togliere la scheda.
D003 = La scheda { $project } non ha nessuna riga di personale{ in-cdr }{ $page ->
    [none] { "" }
   *[other] ; a pagina { $page } c'è un'immagine, e ciò che vi è scritto non si legge
}
    .help = Compilare la tabella del personale, o verificare che il convertitore non l'abbia persa.
D004 = { $other-document ->
    [none] La scheda { $project } compare di nuovo: { $rows ->
        [0] non ha righe di personale
        [1] la sua riga di personale non è contata
       *[other] le sue { $rows } righe di personale non sono contate
    }{ in-cdr }
   *[other] { $document } ripete { $sheets } schede di { $other-document }, e si leggono da questo; { $differing ->
        [0] le righe sono le stesse
        [1] 1 riga dice altro
       *[other] { $differing } righe dicono altro
    }
}
    .help = Togliere una delle due schede, o correggerne il codice.
D005 = { $project-code }: il titolo nel quadro è «{ $listed }», nella scheda «{ $on-sheet }»
    .help = Scrivere lo stesso titolo nel quadro e nella scheda.
D006 = Nella scheda { $project } nessuna riga è di un dirigente{ in-cdr }
    .help = Aggiungere la riga del dirigente, o accettare che il progetto sia guidato da altri.
D007 = L'indicatore { $written } sta sotto l'obiettivo { $objective }, con il quale non comincia
    .help = Correggere il codice, o spostare l'indicatore sotto il suo obiettivo.
D008 = { $rows ->
    [1] 1 riga di personale sta
   *[other] { $rows } righe di personale stanno
} sotto nessun CDR, in { $document }
    .help = Cercare l'intestazione del CDR e correggerla; codici di un'altra forma si descrivono in cento.toml ([layout], cdr_code).
N001 = { $first } ({ $first-total }) e { $second } ({ $second-total }) sono probabilmente la stessa persona: { slip }, mai nella stessa scheda{ same-cdr }{ same-role }; insieme { $merged }, { $together ->
    [full] esattamente la capacità
    [under] sotto la capacità di { $capacity }
   *[over] oltre la capacità di { $capacity }
}
    .help = Se è una sola persona, correggere il nome o unirli in cento.toml ([[same_person]]); se sono due, dirlo lì ([[not_same]]).
N002 = { $one-profile ->
    [none] { $person } ha più relazioni: { $roles }
   *[other] { $person } ha due profili professionali che nessuno ha insieme, «{ $one-profile }» e «{ $other-profile }»: forse sono due omonimi, contati come una sola persona
}
    .help = Correggere la relazione o il profilo, o distinguere due omonimi in cento.toml ([[namesake]]) o con la matricola.
N003 = { $setting ->
    [accepted] Nessuna segnalazione { $entry } corrisponde a ciò che è accettato
    [namesake] [[namesake]]: { $name } non ha righe nel progetto { $entry }
    [layout] [layout]: { $entry } non corrisponde a nulla nel piano
    [table-several] [[layout.table]]: la riga { $entry } è l'intestazione di più tabelle, scritte in modo diverso: indicare il documento (document) o il foglio (worksheet), con una voce per ciascuna
    [table-row] [[layout.table]]: nessuna riga { $entry } può essere l'intestazione di una tabella nei documenti e nei fogli indicati
    [table-column] [[layout.table]]: la riga dell'intestazione non ha la colonna «{ $entry }»
    [table-data] [[layout.table]]: la riga { $entry } non è un'intestazione, ha un nome e una cifra: con questa voce si perderebbe
    [floor] [[weights.floor]] non fissa nulla: nessun dirigente ha il progetto «{ $entry }»
   *[other] [[{ $setting }]]: nessuno si chiama «{ $name }» nel piano{ perhaps }
}
    .help = Correggere la voce nelle impostazioni, o toglierla.
N004 = «{ $person }» non è una persona: { $percent } { in-rows }, senza giudizio
    .help = Nulla, se il piano intende così.
N005 = { $person } non è nell'elenco del personale: { $percent } { in-rows }{ perhaps }
    .help = Aggiungere la persona all'elenco del personale, o unire i due nomi in cento.toml ([[same_person]]).
N006 = «{ $name }» ha caratteri che nessun nome ha{ perhaps }
    .help = { $lost ->
        [yes] Al documento mancano lettere, come succede ai PDF rifatti da un altro programma o stampati come PDF: chiedere quello di prima, o farlo di nuovo («Salva come PDF») dal documento da cui viene.
       *[no] Correggere il nome nel documento, o unirlo a quello giusto in cento.toml ([[same_person]]).
    }
N007 = { $posts ->
    [1] «{ $person }» è un posto per nessuno ancora: { $percent } { in-rows }, senza giudizio
   *[other] «{ $person }» sono { $posts } posti per nessuno ancora: { $percent } { in-rows }, come è scritto e non per ciascuno, senza giudizio
}
    .help = Nulla, se il piano intende così; altrimenti scrivere il nome nel documento.
N008 = { $conflict ->
    [namesakes] Un nome ha più matricole, { $numbers }: contano come persone diverse, { $persons }
    [spellings] Una matricola, { $numbers }, ha più nomi, { $spellings }: contano come una persona sola, { $person-or-none }, { $percent }
    [shared] Una matricola, { $numbers }, ha nomi troppo diversi per essere lo stesso: { $persons }. Insieme fanno { $percent }, e nessuno dei totali è giudicato
    [told-apart] Una matricola, { $numbers }, ha nomi che cento.toml dice di persone diverse: { $persons }
    [parted] Una matricola, { $numbers }, sta sulle righe di più persone, come le distingue cento.toml: { $persons }. Insieme fanno { $percent }, e nessuno dei totali è giudicato
    [joined] { $person-or-none } ha più matricole, { $numbers }, e per cento.toml è una persona sola: { $percent }
    [staff-spelling] La matricola { $numbers } è di { $person-or-none } nel piano e di { $name } nell'elenco del personale: contano come una persona sola
    [staff-name] La matricola { $numbers } è di { $person-or-none } nel piano e di { $name } nell'elenco del personale: il totale, { $percent }, non è giudicato
    [staff-number] { $person-or-none } ha la matricola { $numbers } nel piano e { $other-number } nell'elenco del personale: contano come persone diverse
   *[several] { $person-or-none } ha più matricole: { $numbers }. Forse sono più persone: il totale, { $percent }, non è giudicato
}
    .help = Correggere la matricola o il nome; altrimenti dirlo in cento.toml: una persona sola ([[same_person]], anche con le matricole: «Rossi Mario (2002)»), persone diverse ([[not_same]]), o che va bene così ([[accepted]]).
R001 = Percentuale illeggibile «{ $written }»{ of-name }: { $fault ->
    [missing] non c'è nulla
    [no-sign] nulla dice che sia una percentuale
    [unknown-scale] l'intestazione dice percentuale, ma nessuna cifra senza segno della tabella arriva a 2, e potrebbero essere frazioni di 1
    [time] è in ore, giorni o mesi
    [of-period] è tempo di lavoro di una parte dell'anno, e non si sa se diviso per quello di tutto l'anno
    [own-time] è tempo di lavoro di chi, secondo l'elenco del personale, cambia orario in quei giorni o non ne ha
    [time-beside-capacity] è tempo di lavoro, accanto a una capacità: non si sa se è una parte di questa o del tempo pieno
    [no-capacity] la capacità accanto manca o non si legge, e non vale 100 % da sola
    [two-capacities] le righe di questa persona dicono capacità diverse
    [other-capacity] l'elenco del personale dice di questa persona un'altra capacità, un altro orario, o contratti a termine
    [capacity-in-part] altre righe di questa persona non dicono una capacità: non si sa se sono parti del tempo pieno, come questa, o del proprio
    [two-columns] un'altra colonna potrebbe essere la percentuale, e dice altro
    [no-column] nessuna colonna ha un'intestazione che dica l'impegno
    [not-calculated] la formula non fu calcolata quando il documento fu salvato
    [negative] è negativa
    [ambiguous] il punto può separare le migliaia o i decimali
    [too-large] è di 10.000 % o più
   *[not-a-figure] non è una cifra
}{ on-sheet }
    .help = { $fault ->
        [no-sign] Aggiungere il segno di percentuale nel documento, o dire in cento.toml se le cifre sono percentuali o frazioni di 1: [layout], percent_scale = "percent" o "fraction".
        [unknown-scale] Dire in cento.toml se le cifre sono percentuali o frazioni di 1: [layout], percent_scale = "percent" o "fraction".
        [time] Dire in cento.toml quanto è il tempo pieno: [layout], hours_per_year, hours_per_week o days_per_year; e l'unità, se l'intestazione non la dice: unit = "hours", "weekly-hours" o un'altra.
        [of-period] Scrivere la percentuale che vale in quei giorni, o le ore di una settimana o di un mese.
        [own-time] Scrivere la percentuale, o una riga per ogni contratto con i suoi giorni; o correggere l'elenco del personale.
        [time-beside-capacity] Scrivere la percentuale.
        [no-capacity] Scrivere la capacità con il segno di percentuale, come in «80 %», o dire in cento.toml che cosa sono le cifre senza segno: [layout], percent_scale. Se la colonna non è quella della capacità, indicarla in cento.toml: [layout.headings], capacity.
        [two-capacities] Scrivere una sola capacità su tutte le righe della persona; se cambia nell'anno, scrivere la percentuale che ne viene al posto delle due.
        [other-capacity] Correggere una delle due; la capacità del piano è quanto di un posto a tempo pieno.
        [capacity-in-part] Scrivere la capacità accanto a tutte le righe della persona, o la percentuale al posto di capacità e quota.
        [two-columns] Lasciare una colonna sola, o indicare la sua intestazione in cento.toml: [layout.headings], share.
        [no-column] Indicare l'intestazione della colonna in cento.toml: [layout.headings], share.
        [not-calculated] Aprire il documento con Excel o LibreOffice, ricalcolarlo e salvarlo.
       *[other] Correggere la cifra nel documento: cifre, virgola, segno di percentuale, come in «12,50 %».
    }
R002 = { $name ->
    [none] Riga di personale senza un nome leggibile: «{ $written }»{ on-sheet }
   *[other] Una riga senza matricola può essere di più persone con lo stesso nome: { $persons }{ on-sheet }
}
    .help = Scrivere il nome nel documento; dove più persone hanno lo stesso, la matricola, o in cento.toml i progetti di ognuna ([[namesake]], con la matricola per label).
R003 = Riga fuori da ogni tabella del personale: «{ $written }»{ after-sheet }
    .help = Spostarla nella tabella della sua scheda, o ripetere sopra di essa l'intestazione della tabella.
R004 = { $document } non ha nessuna tabella del personale
    .help = Indicare il documento con le schede; l'intestazione delle tabelle comincia con «Nome Soggetto».
R005 = Riga di personale { $cells ->
    [1] con 1 cella invece di nome, relazione e percentuale
   *[other] con { $cells } celle invece di nome, relazione e percentuale
}: «{ $written }»{ on-sheet }
    .help = Ripristinare le celle nel documento.
R006 = A pagina { $page } vi è testo che è solo un'immagine o un disegno, e non è stato letto
    .help = Far riconoscere il testo (OCR), o chiedere il documento da cui fu fatta.
R007 = Il testo della pagina { $page } fu riconosciuto da una macchina su un'immagine
    .help = Confrontare le sue righe con l'immagine.
R008 = { $page ->
    [none] Non
   *[other] A pagina { $page } non
} si distinguono le righe di una tabella con percentuali: «{ $written }»
    .help = Guardare la pagina; leggere il piano da un documento le cui tabelle hanno linee fra le righe, o da un PDF esportato con i tag (accessibile).
R009 = { $rows ->
    [1] 1 riga di personale sta
   *[other] { $rows } righe di personale stanno
} sotto nessun progetto che si possa leggere{ under-heading }: { $persons }
    .help = Correggere il codice sopra la tabella; codici di un'altra forma si descrivono in cento.toml ([layout], project_code).
R010 = { $base ->
    [none] La colonna «{ $header }» non è stata letta: { $figures ->
        [0] { $other-year ->
            [yes] è di un altro anno, o lo sono le sue righe come «{ $written }», e non conta
           *[no] parole, come «{ $written }»
        }
       *[other] date, periodi, ore, numeri o altre percentuali, come «{ $written }», che possono cambiare il senso delle cifre; i totali delle sue righe non sono certi
    }
   *[other] La colonna «{ $header }» dice un altro tempo pieno: { $base-amount } di «{ $base-amounts }» sono { $base-part }, dunque { $base-shown } { base-shown-in }{ $base-rows ->
        [1] { "" }
       *[other] , come in { $base-agreeing } righe su { $base-rows }
    }; { $base ->
        [settings] le impostazioni contano
       *[header] l'intestazione «{ $base-amounts }» conta
    } su { $base-counted } { base-counted-in }, e i totali delle sue righe non sono certi
}
    .help = { $base ->
        [none] { $figures ->
            [0] { $other-year ->
                [yes] Nulla, se l'anno del piano è giusto; --year legge un altro anno.
               *[no] Nulla, se non c'entra con gli impegni: in cento.toml, [layout.headings], aside.
            }
           *[other] Dire in cento.toml che cosa contiene: [layout.headings], con il significato o, se non c'entra con gli impegni, aside.
        }
       *[other] Se il tempo pieno è quello della tabella, { $base ->
            [settings] scrivere in cento.toml, [layout], { base-key } = { $base-toml }
           *[header] correggere l'intestazione
        }; se la colonna riguarda altro: [layout.headings], aside.
    }
R011 = Una percentuale accanto a un nome o a una relazione non è in nessuna riga letta: «{ $written }»{ under-header }
    .help = Se è un impegno, indicare le intestazioni della tabella in cento.toml ([layout.headings]); cento layout le propone.
R012 = { $unseen ->
    [struck] Barrato
   *[hidden] Nascosto
}, e non contato: { $figures ->
    [0] «{ $left }»{ in-more-rows }
   *[other] { $name ->
        [none] { $rows ->
            [1] «{ $left }»{ would-add }
           *[other] { $rows } righe{ would-add }
        }
       *[other] { $name }{ would-add }
    }
}
    .help = Mostrarlo, se conta; toglierlo dal documento, se non conta.
R013 = Un impegno di più persone, o di più progetti, che non si può dividere: «{ $written }»{ on-sheet }
    .help = Scrivere una riga per ogni persona e per ogni progetto, ciascuna con la sua percentuale.
R014 = { $document }: nessuna riga è stata letta, eppure vi è l'intestazione di una tabella del personale, o vi sono nomi accanto a percentuali
    .help = Guardare che cosa ne dice cento layout, o leggere il piano dal documento da cui fu fatto.
R015 = { $document } non è stato letto, e può contenere una parte del piano: { $refusal }
    .help = Sbloccarlo, ripararlo o farne riconoscere il testo; o toglierlo dalla cartella.
R016 = Nulla dice che le cifre sotto «{ $header }» e accanto siano percentuali, né un segno né un'intestazione né un totale: { $figures ->
    [1] una cifra è letta
   *[other] { $figures } cifre sono lette
} come percentuali, perché superano tutte 1 e nessuno ne somma più di 300
    .help = Se sono ore o giorni i totali sono sbagliati. Scrivere l'unità sopra le cifre, o in cento.toml: [layout] percent_scale = "percent".
R017 = Il totale «{ $written }» { $name ->
    [none] di «{ $header }»
   *[other] di { $name }
} non è la somma { $rows ->
    [none] delle sue cifre{ $percent ->
        [none] { "" }
       *[other] , che fanno { $percent }
    }
    [1] della riga a cui si riferisce{ $percent ->
        [none] { "" }
       *[other] , che fa { $percent }
    }
   *[other] delle { $rows } righe a cui si riferisce{ $percent ->
        [none] { "" }
       *[other] , che fanno { $percent }
    }
}
    .help = I totali non contano: contano le cifre. Correggere il totale, o la cifra sbagliata.
R018 = Periodo illeggibile «{ $written }»{ of-name }: { $period-fault ->
    [month-first] sarebbe un giorno solo con il mese davanti
    [either-order] altre date della tabella hanno il mese davanti, e questa può averlo anch'essa
    [backwards] finisce prima di cominciare
    [no-beginning] nulla dice da quando si contano i mesi
    [two-ends] due colonne dicono due periodi
    [beside] sta accanto a un nome, a una relazione o a un codice, e può riguardare altro: un contratto, un'assenza
    [no-year] nulla dice di quale anno sia il piano
   *[not-a-date] non è una data che esista
}{ on-sheet }
    .help = { $fault ->
        [no-year] Dire in cento.toml l'anno del piano: [plan], year.
        [two-ends] Lasciare una colonna sola, o indicare in cento.toml quella che non conta: [layout.headings], aside.
        [beside] Se è il periodo dell'impegno, scriverlo in due colonne, «Dal» e «Al»; altrimenti toglierlo da lì.
       *[other] Correggere la data nel documento, giorno, mese e anno, come in «31/12/2024»; lasciarla vuota dove l'impegno vale tutto l'anno.
    }
R019 = { $rows ->
    [1] Una riga vale
   *[other] { $rows } righe valgono
} { $stated }, oltre l'anno del piano, il { $year }: { $days ->
    [none] non { $rows ->
        [1] aggiunge
       *[other] aggiungono
    } nulla
   *[other] { $rows ->
        [1] conta
       *[other] contano
    } { $days }
}
    .help = { $outside ->
        [yes] Confrontare le date con l'anno del piano, e correggere quello che è sbagliato; l'anno del piano si può dire in cento.toml: [plan], year.
       *[no] Nulla da fare se il lavoro dura più anni; altrimenti correggere la data.
    }
R020 = { $cells ->
    [none] Le cifre sotto «{ $header }» e gli altri mesi sono lette come percentuali: nessuna ha il segno
   *[other] Le cifre senza segno sotto «{ $header }» e gli altri mesi sono lette come percentuali: altre hanno il segno
}, e nulla dice che non siano ore o giorni
    .help = Confrontare una riga con ciò che si sa della persona. Se sono percentuali, dirlo in cento.toml: [layout], percent_scale = "percent"; altrimenti la tabella non è un piano degli impegni.
R021 = Nulla dice di quale anno siano i periodi di { $rows ->
    [1] 1 riga
   *[other] { $rows } righe
}: i giorni sono contati in un anno di 365
    .help = Dire in cento.toml l'anno del piano: [plan], year.
R022 = «{ $header }» può dire quando { $rows ->
    [1] vale 1 riga, che conta
   *[other] valgono { $rows } righe, che contano
} per tutto l'anno{ on-sheet }
    .help = Se è il periodo degli impegni, scriverlo nella tabella in due colonne, «Dal» e «Al»{ $of-project ->
        [yes] ; se è di altro, accettare la segnalazione per questo progetto in cento.toml: [[accepted]], code = "R022".
       *[no] ; se è di altro, non c'è nulla da correggere.
    }
W001 = { $person }: gli obiettivi sui tempi di pagamento pesano { $percent }, meno del 30 % che il DL 13/2023 (art. 4-bis) chiede per la retribuzione di risultato{ $remedy ->
    [none] { "" }
   *[other] ; così ci arrivano: { $remedy }
}
    .help = Fissarne il peso, oppure lasciarlo al sistema di valutazione dell'ente, se lo prevede altrove.
W002 = { $person }: nessun progetto, obiettivo o indicatore dei suoi pesi riguarda i tempi di pagamento, che il DL 13/2023 (art. 4-bis) vuole fra gli obiettivi dei dirigenti interessati
    .help = Assegnare l'obiettivo, se il dirigente risponde dei pagamenti o è al vertice della struttura; altrimenti accettare la segnalazione in cento.toml ([[accepted]]).
W003 = { $person }: tempi di pagamento non rispettati ({ $missed }); non è pagabile la parte della retribuzione di risultato che dipende da { $objective }, { $percent } (DL 13/2023, art. 4-bis)
    .help = Confrontare il risultato con quello della piattaforma dei crediti commerciali; se è confermato, non pagare quella parte. Il punteggio resta com'è.
W004 = { $missed }: { $slip ->
    [against-proposal] alla riga { $result-line } dei risultati la direzione è { $given-direction }, e le parole del piano propongono { $proposed-direction }
    [fraction] alla riga { $result-line } dei risultati sembra una frazione di 1, e il valore atteso non lo è
    [percent-sign] alla riga { $result-line } dei risultati è una percentuale, e il valore atteso non lo è
    [ten-times] alla riga { $result-line } dei risultati è dieci volte il valore atteso, o più
   *[tenth] alla riga { $result-line } dei risultati è un decimo del valore atteso, o meno
}
    .help = Guardare quella riga dei risultati, e correggerla se è una svista. Il punteggio è quello di ciò che vi è scritto.
slip-direction-higher = «higher» (maggiore è meglio)
slip-direction-lower = «lower» (minore è meglio)
slip-direction-date = «date» (entro la data)
slip-direction-yes-no = «yes-no» (sì-no)
missed-target = { $target ->
    [none] { $code }: { $actual }
   *[other] { $code }: { $actual } invece di { $target }
}
remedy = rimedio

## Ciò che è stato letto

read-heading = Letto
read-plan = Piano
read-plans = Piani
read-documents = Documenti
read-cdrs = CDR
read-sheets = Schede
read-sheets-listed = { $listed ->
    [0] nessun quadro
    [1] 1 progetto nei quadri
   *[other] { $listed-text } progetti nei quadri
}
read-rows = Righe di personale
read-rows-detail = { $accepted } accettate + { $rejected } respinte{ $repeated ->
    [0] { "" }
    [1] { " " }(1 che ripete un'altra)
   *[other] { " " }({ $repeated-text } che ripetono altre)
}, in { $tables ->
    [1] 1 tabella
   *[other] { $tables-text } tabelle
}
read-percentages = Percentuali con il segno
read-percentages-detail = { $accepted } accettate + { $rejected } respinte + { $elsewhere } altrove{ $unaccounted ->
    [0] { "" }
   *[other] { " " }+ { $unaccounted-text } senza conto
}
read-sum = Somma degli impegni
read-tolerance = Tolleranza
read-tolerance-mixed = secondo le impostazioni di ciascun piano
read-skipped = Tralasciati
skipped-not-text = non è testo
skipped-damaged = danneggiato
skipped-too-large = troppo grande
skipped-locked = protetto da una password
skipped-old-word = nel formato .doc delle vecchie versioni di Word
skipped-old-workbook = cartella di lavoro di Excel 95 o .xlsb
skipped-scanned = pagine che sono immagini
skipped-empty = vuoto
skipped-too-long = troppo grande
skipped-no-cells = cartella di lavoro vuota
skipped-encrypted = cifrato
skipped-unattached = firma senza il documento
skipped-no-plan = non contiene un piano
skipped-own-output = fatto da cento
read-skipped-own = { $count ->
    [1] { $first } (fatto da cento)
   *[other] { $count } file fatti da cento ({ $first } …)
}

## Una persona

person-over = { $total }: { $difference } rispetto alla capacità di { $capacity }
person-under = { $total }: { $difference } rispetto alla capacità di { $capacity }
person-over-at-times = { $peak } { $when }: oltre la capacità di { $capacity }; in media nell'anno { $total }
person-peak = Al massimo { $peak } { $when }
person-full = { $total }: { $tolerance ->
    [none] esattamente la capacità
    [rounding] la capacità, per arrotondamento delle righe
   *[other] la capacità, entro la tolleranza di { $tolerance }
}
person-collective = { $total }: un soggetto collettivo, senza capacità
person-number = Matricola: { $number }
person-as-written = Scritto anche: { $names }
person-at-work = Un impegno senza periodo vale nei giorni di servizio che dice l'elenco del personale
person-rounded = { $rows ->
    [1] Una riga ha più di sei decimali, ed è arrotondata
   *[other] { $rows } righe hanno più di sei decimali, e sono arrotondate
}: { $places }
person-remarks = Accanto al nome: { $remarks }
person-projects = { $rows ->
    [1] 1 riga
   *[other] { $rows } righe
}

## I pesi dei dirigenti

weights-method = Metodo: { $method ->
    [equal] uguale; tutti i progetti di un dirigente pesano lo stesso
    [given] dato; i pesi sono quelli di { $path }
   *[effort] impegno; peso = impegno / totale del dirigente × 100
}{ $floors ->
    [none] { "" }
   *[other] ; fissati: { $floors }
}. In centesimi, con il resto maggiore: ogni somma è esatta.
weights-director = { $cdrs ->
    [none] impegni { $commitment }
   *[other] dirige { $cdrs }; impegni { $commitment }
}
weights-none = Nessun dirigente nel piano.
weights-nothing = Niente da pesare.
remark-leads-no-cdr = Non dirige nessuno dei CDR del piano.
remark-no-commitment = Nessun impegno nel piano: nessun peso.
remark-no-row-where-led = Nessuna riga nel CDR che dirige ({ $cdrs }): i pesi sono quelli delle altre righe.
group-kind = Per tipo di obiettivo
group-direction = Per indirizzo
group-strategic-objective = Per obiettivo strategico
group-cdr = Per CDR
group-none = (non indicato)
weights-unknown-code = { $place }: nessun dirigente ha «{ $code }»{ $nearest ->
    [none] .
   *[other] ; forse «{ $nearest }»?
}
weights-twice = { $place }: «{ $code }» ha già un peso. Toglierne uno.
weights-missing = { $path }: a { $director } mancano i pesi di { $codes }.
weights-sum = { $path }: i pesi di { $of } fanno { $sum } invece di { $should } ({ $difference }).
weights-unknown-floor = --floor: nessun dirigente ha «{ $written }»{ $nearest ->
    [none] .
   *[other] ; forse «{ $nearest }»?
}
weights-two-floors = { $project } ha due pesi fissati, { $first } e { $second }. Toglierne uno.
weights-floors = { $others ->
    [0] I pesi fissati di { $director } fanno { $sum }, e non c'è altro progetto che prenda il resto.
   *[other] I pesi fissati di { $director } fanno { $sum }: agli altri progetti non resta nulla da dividere in proporzione.
}
weights-bad-floor = «{ $value }» non è un peso fissato: scrivere CODICE=PERCENTUALE, da 0 a 100 con due decimali al massimo.
error-unknown-director = { $name ->
    [none] Nessun dirigente si chiama così nel piano.
   *[other] Nessun dirigente si chiama «{ $name }» nel piano.
}

## I punteggi dei dirigenti

score-rules = Indicatori: al massimo { $cap }; una scadenza non rispettata { $days ->
    [none] vale 0
    [1] vale 0
   *[other] perde 1/{ $days } per ogni giorno di ritardo
}. Obiettivi: { $indicators ->
    [worst] il peggiore dei loro indicatori
   *[mean] media dei loro indicatori
}. Progetti e dirigente: media pesata.
score-rounding = I conti sono esatti: ≈ segna ciò che, per leggerlo, è arrotondato a due decimali (da 5 in su per eccesso). Ciò che non ha risultato non conta.
score-director = { $cdrs ->
    [none] { "" }
   *[other] { "dirige " }{ $cdrs }{ "; " }
}{ $covers ->
    [nothing] nessun punteggio: i soli risultati sono di progetti che pesano 0,00 %
    [all] punteggio { $score }
   *[some] punteggio { $score } su { $covered } del peso ({ $points } punti)
}
score-not-payable = Non pagabile: { $share } della retribuzione di risultato, perché i tempi di pagamento non sono stati rispettati (DL 13/2023, art. 4-bis); dei { $points } punti ne restano { $rest }
score-nothing = { $count ->
    [1] Nessun risultato, e quindi nessun punteggio: { $names }.
   *[other] Nessun risultato, e quindi nessun punteggio, per { $count } dirigenti: { $names }.
}
score-uncounted = { $count ->
    [1] Un risultato non conta per nessun dirigente, perché nessuno è impegnato nel progetto: { $codes }.
   *[other] { $count } risultati non contano per nessun dirigente, perché nessuno è impegnato nel progetto: { $codes }.
}
score-missing = Senza risultato, { $weight } del peso: non conta né come 0 né come 100.
score-capped = { $step }, al massimo { $cap }
score-at-least = { $step }, almeno 0
score-at-most = { $step }: { $cap }
score-given-target = { $target } (dai risultati)
score-on-time = entro il termine
score-late = { $days ->
    [1] 1 giorno di ritardo
   *[other] { $days } giorni di ritardo
}{ $all ->
    [none] { "" }
   *[other] { " " }su { $all }
}
score-as-asked = come previsto
score-not-as-asked = non come previsto
score-mean-of-many = media di { $count } indicatori
score-worst-of-many = il peggiore di { $count } indicatori
score-weighted-of-many = media pesata di { $count } obiettivi
missing-no-result = nessun risultato
missing-no-indicator = l'obiettivo non ha indicatori
missing-no-objective = il progetto non ha obiettivi
score-other-plans = { $count ->
    [1] Una riga dei risultati è di un altro piano e qui non conta: { $path }
   *[other] { $count } righe dei risultati sono di altri piani e qui non contano: { $path }
}
score-template = Compilare «direction» (higher o maggiore, lower o minore, date o data, yes-no o sì-no; «proposed_direction» è solo una proposta) e «actual»; poi: cento score PIANO --results FILE
score-template-workbook = Compilare in ogni foglio «Direzione» (dall'elenco; «Direzione proposta» è solo una proposta) e «Risultato»; poi: cento score PIANO --results FILE
error-no-results = Mancano i risultati: indicare --results FILE. Il file da compilare lo scrive --template.
error-results = { $count ->
    [1] Errore in una riga dei risultati:
   *[other] Errori in { $count } righe dei risultati:
}
error-results-more = { $count ->
    [1] … e un'altra.
   *[other] … e altre { $count }.
}
error-cap = --cap: «{ $value }» non va bene. Scrivere una percentuale maggiore di 0 e fino a 1000, ad esempio 120.
result-no-indicator = manca il codice dell'indicatore (colonna «code»).
result-merged = il risultato di { $indicator } sta in una cella unita. Scriverlo nella riga di ogni indicatore.
result-no-direction = { $indicator } ha un risultato e nessuna direzione. Scrivere in «direction» higher (maggiore è meglio), lower (minore è meglio), date (entro la data) o yes-no (sì-no).
result-unknown-direction = «{ $written }» non è una direzione. Scrivere higher (maggiore), lower (minore), date (data) o yes-no (sì-no).
result-unreadable-actual = { $sort ->
    [date] «{ $written }» non è una data: scriverla come 31/12/2024.
    [yes-no] «{ $written }» non è né sì né no.
    [ambiguous] «{ $written }» si può leggere in due modi, con i decimali o con le migliaia: scriverlo senza il punto o la virgola delle migliaia, oppure con un altro numero di decimali (1000, o 1,0).
   *[other] «{ $written }» non è un numero che si possa usare: scriverlo come 1234,5.
} Se il risultato non c'è, lasciare vuoto «actual».
result-unknown-plan = nessun piano si chiama «{ $written }» (qui: { $plans }). Correggere o svuotare la colonna «plan».
result-unknown-indicator = { $nearest ->
    [none] nessun indicatore del piano si chiama «{ $indicator }». `cento score PIANO --template` li elenca tutti.
   *[other] nessun indicatore del piano si chiama «{ $indicator }»; forse «{ $nearest }»?
}
result-several-indicators = «{ $indicator }» è il codice di più indicatori ({ $objectives }). Dire quale nelle colonne «project», «objective» e «title», oppure correggere il codice nel piano.
result-several-plans = «{ $indicator }» è in più piani ({ $plans }). Dire quale nella colonna «plan».
result-twice = «{ $indicator }» ha già un risultato alla riga { $first }. Toglierne uno.
result-no-target = «{ $indicator }» non ha un valore atteso nel piano. Scriverlo nella colonna «target».
result-unreadable-target = { $sort ->
    [date] il valore atteso di «{ $indicator }», «{ $written }», non è una data.
    [ambiguous] il valore atteso di «{ $indicator }», «{ $written }», è ambiguo: il punto può separare le migliaia o i decimali.
   *[other] il valore atteso di «{ $indicator }», «{ $written }», non è un numero solo.
} Scriverlo nella colonna «target».
result-wrong-direction = { $direction ->
    [date] il valore atteso di «{ $indicator }», «{ $written }», non è una data: la direzione è un'altra.
   *[other] il valore atteso di «{ $indicator }», «{ $written }», non è un numero: la direzione è un'altra.
}
result-another-target = «{ $indicator }»: qui il valore atteso è «{ $written }», nel piano «{ $in-plan }». Sono i risultati di questo piano? Correggere o svuotare «target».
result-nothing-to-reach = «{ $indicator }»: con un valore atteso di { $target } il rapporto non ha senso. Scegliere lower (minore), o yes-no (sì-no).

## Le immagini

chart-page = pagina { $number } di { $of }
chart-source = Fonte: { $plan }{ $documents ->
    [none] { "" }
   *[other] , { $documents }
}. Elaborazione cento.
chart-source-plan = PEG { $year }, { $entity }
chart-documents = { $more ->
    [1] { $first } e un altro documento
   *[other] { $first } e altri { $more } documenti
}
chart-capacity = capacità 100 %
chart-own-capacity = capacità
chart-nothing = nessun impegno
chart-nothing-read = nessuna riga letta
chart-continued = (segue)
chart-people-none = nessuna persona
chart-people-full = { $people ->
    [1] l'unica persona è { $limit ->
        [hundred] al 100 %
       *[capacity] alla sua capacità
    }
   *[other] tutte e { $people } le persone sono { $limit ->
        [hundred] al 100 %
       *[capacity] alla loro capacità
    }
}
chart-people-under = nessuno oltre { $limit ->
    [hundred] il 100 %
   *[capacity] la capacità
}, { $under ->
    [1] 1 persona su { $people }
   *[other] { $under } persone su { $people }
} sotto
chart-people-over = { $over ->
    [1] 1 persona su { $people }
   *[other] { $over } persone su { $people }
} oltre { $limit ->
    [hundred] il 100 %
   *[capacity] la capacità
} ({ $over ->
    [1] { $most }
   *[other] fino a { $most }
}{ people-times }), nessuna sotto
chart-people-both = { $over ->
    [1] 1 persona su { $people }
   *[other] { $over } persone su { $people }
} oltre { $limit ->
    [hundred] il 100 %
   *[capacity] la capacità
} ({ $over ->
    [1] { $most }
   *[other] fino a { $most }
}{ people-times }), { $under } sotto
chart-people-none-off = nessuno oltre né sotto { $limit ->
    [hundred] il 100 %
   *[capacity] la capacità
}
people-times = { $times ->
    [0] { "" }
   *[other] { $over ->
        [1] , solo in alcuni giorni
       *[other] ; { $times } solo in alcuni giorni
    }
}
chart-people-partly = { $partly ->
    [0] { "" }
    [1] , 1 non letta per intero
   *[other] , { $partly } non lette per intero
}
chart-people-subtitle = { $scope }. Impegno per persona e progetto; in testa gli scarti maggiori.
chart-people-range = Righe { $first }–{ $last } di { $all }.
chart-group-over = { $limit ->
    [hundred] Oltre il 100 %
   *[capacity] Oltre la capacità
} – { $count ->
    [1] 1 persona
   *[other] { $count } persone
}
chart-group-uncertain = Totale non certo – { $count ->
    [1] 1 persona
   *[other] { $count } persone
}
chart-group-partly = Non lette per intero – { $count ->
    [1] 1 persona
   *[other] { $count } persone
}
chart-group-under = { $limit ->
    [hundred] Sotto il 100 %
   *[capacity] Sotto la capacità
} – { $count ->
    [1] 1 persona
   *[other] { $count } persone
}
chart-group-full = { $limit ->
    [hundred] Esattamente 100,00 %
   *[capacity] Esattamente alla capacità
} – { $count ->
    [1] 1 persona
   *[other] { $count } persone
}
chart-group-tolerated = { $limit ->
    [hundred] Al 100 %, entro { $tolerance }
   *[capacity] Alla capacità, entro { $tolerance }
} – { $count ->
    [1] 1 persona
   *[other] { $count } persone
}
chart-group-collective = { $others ->
    [vacancy] { $count ->
        [1] Posto vacante – non è una persona
       *[other] Posti vacanti – non sono persone
    }
    [both] Soggetti collettivi e posti vacanti – non sono persone
   *[collective] { $count ->
        [1] Soggetto collettivo – non è una persona
       *[other] Soggetti collettivi – non sono persone
    }
}
chart-legend-others = Altri progetti ({ $count })
chart-legend-elsewhere = Impegni in altri CDR
chart-legend-over = { $limit ->
    [hundred] Quota oltre il 100 %
   *[capacity] Quota oltre la capacità
}
chart-legend-peak = Massimo, in alcuni giorni
chart-legend-under = { $limit ->
    [hundred] Quota che manca al 100 %
   *[capacity] Quota che manca alla capacità
}
chart-legend-capacity = { $limit ->
    [hundred] Capacità, 100 %
   *[capacity] Capacità
}
chart-total-and-peak = { $total } · massimo { $peak }
chart-note-means = Quote, totali e FTE sono medie dell'anno: ciò che vale per una parte dell'anno conta per i suoi giorni. Oltre è anche chi lo è solo in alcuni giorni.
chart-note-same = «{ $first }» ({ $first-total }) e «{ $second }» ({ $second-total }) sono forse la stessa persona scritta in due modi: insieme farebbero { $merged }. Restano distinte, come nel documento, finché qualcuno non conferma.
chart-note-there = { $percent } nel CDR { $cdr }
chart-note-there-many = { $percent } in altri { $count } CDR
chart-note-elsewhere = { $here } in questo CDR e { $there }: il totale conta tutti i CDR.
chart-note-collective = Soggetto collettivo: non è una persona e non entra nei conteggi delle persone.
chart-note-vacancy = Posto per nessuno ancora: non è una persona e non entra nei conteggi delle persone.
chart-note-uncertain = Totale non certo: una colonna che può cambiarlo non è stata letta (R010), o nome e matricola non concordano (N008).
chart-note-headcount = Soggetto collettivo con una capacità di { $capacity }: non entra nei conteggi delle persone.
chart-note-capacity = La capacità è { $capacity }, come la dicono l'elenco del personale o i documenti.
chart-note-partial = Il documento può coprire solo una parte dei servizi: chi è impegnato anche altrove può risultare qui sotto il 100 %.
chart-note-cut = La scala si ferma al 200 %: una barra con il taglio bianco prosegue oltre e vale il numero.
chart-note-difference = { $limit ->
    [hundred] Scarto = Totale − 100,00.
   *[capacity] Scarto = Totale − capacità.
}
chart-note-least = Uno scarto diverso da zero è largo almeno 0,8 mm anche quando in scala sarebbe invisibile: valgono i numeri.
chart-note-tolerance = Tolleranza: { $tolerance }.
chart-note-rejected = { $rejected ->
    [1] Di { $seen } righe di personale una non è stata letta, e qui non conta: cento check dice quale.
   *[other] Di { $seen } righe di personale { $rejected } non sono state lette, e qui non contano: cento check dice quali.
}
chart-note-unread = { $count ->
    [1] Un documento che può contenere una parte del piano non è stato letto, e qui non conta: { $names }.
   *[other] { $count } documenti che possono contenere una parte del piano non sono stati letti, e qui non contano: { $names }.
}
chart-note-exact-classes = Le classi non tengono conto della tolleranza.
chart-fte = FTE = somma delle percentuali / 100.
chart-fte-by-time = FTE = percentuale / 100 × orario / tempo pieno × mesi / 12.
chart-people-alt = Grafico a barre impilate degli impegni di ogni persona per progetto, fino alla capacità e oltre. { $title }.{ $told ->
    [none] { "" }
   *[other] { " " }{ $partly ->
        [0] Oltre o sotto la capacità, o collettivi
       *[other] Oltre o sotto la capacità, non lette per intero o collettivi
    }: { $told }.
}{ $full ->
    [none] { "" }
   *[other] { " " }Alla capacità: { $full }.
}
chart-months = gen feb mar apr mag giu lug ago set ott nov dic
chart-timeline-over = { $over ->
    [1] 1 persona su { $people }
   *[other] { $over } persone su { $people }
} oltre { $limit ->
    [hundred] il 100 %
   *[capacity] la capacità
}{ $always ->
    [all] { " " }tutto l'anno, al massimo { $most }
    [0] { " " }in alcuni giorni, al massimo { $most }
   *[other] , di cui { $always } tutto l'anno; al massimo { $most }
}
chart-timeline-none = nessuno oltre { $limit ->
    [hundred] il 100 %
   *[capacity] la capacità
} in alcun giorno{ $under ->
    [0] { "" }
    [1] , 1 persona su { $people } sotto in alcuni giorni
   *[other] , { $under } persone su { $people } sotto in alcuni giorni
}
chart-timeline-subtitle = { $scope }. Impegno giorno per giorno{ $year ->
    [none] { "" }
   *[other] { " " }nel { $year }
}; in testa chi supera di più la capacità.
chart-timeline-over-when = oltre { $when }{ $more ->
    [0] { "" }
   *[other] , …
}
chart-timeline-all-year = tutto l'anno
chart-timeline-run = { $when } ({ $most })
chart-timeline-told = { $name } { $total }{ $over ->
    [none] { "" }
   *[other] , oltre { $over }
}{ $under ->
    [none] { "" }
   *[other] , sotto { $under }
}
chart-timeline-alt = Una fascia di dodici mesi per persona: gli impegni giorno per giorno, fino alla capacità e oltre. { $title }.{ $told ->
    [none] { "" }
   *[other] { " " }{ $told }.
}{ $full ->
    [none] { "" }
   *[other] { " " }Alla capacità tutto l'anno: { $full }.
}
chart-note-timeline = Altezza = somma degli impegni di quel giorno; Totale = media dell'anno per giorni; Massimo = il giorno di maggiore impegno.
chart-note-timeline-cut = La scala si ferma al 200 %: una fascia con il taglio bianco prosegue oltre e vale il numero.
chart-note-timeline-least = Ciò che supera o manca si vede anche quando in scala sarebbe invisibile: valgono i numeri.
chart-no-parts = Nessun impegno vale solo per una parte dell'anno: timeline non ha niente da mostrare, people mostra i totali.
chart-share = Quota
chart-normalised = Peso normalizzato
chart-others = Altri progetti
chart-gap = scarto { $gap }
chart-continues = (segue)
chart-total-projects = { $count ->
    [1] Totale di un progetto
   *[other] Totale di { $count } progetti
}
chart-total-person = Totale per persona
chart-total-head = Totale (%)
chart-other-projects = { $count ->
    [1] Un altro progetto
   *[other] Altri { $count } progetti
}
chart-one-project = Progetto { $code }
chart-two-projects = Progetti { $first } e { $last }
chart-some-projects = Progetti { $first }–{ $last }
chart-many-projects = { $count } progetti
chart-no-cdr = senza CDR
chart-weights-title = { $name }: { $total } su { $count } progetti; il progetto { $code } pesa il { $weight }
chart-weights-tie = { $name }: { $total } su { $count } progetti; nessuno pesa più del { $weight }
chart-weights-one = { $name }: { $total } su un solo progetto, { $code }
chart-several-cdrs = { $count } CDR
chart-weights-subtitle = { $cdrs ->
    [none] Non dirige nessuno dei CDR del piano.
    [unknown] { "" }
    [several] Dirigente di { $led }.
   *[other] Dirigente del { $led }.
} { $bars ->
    [weight] Impegno e peso per progetto; le barre sono i pesi.
   *[both] Impegno e peso normalizzato per progetto.
}
chart-weight = Peso
chart-note-weights = { $method ->
    [given] Metodo: dato. I pesi sono quelli di un elenco: la colonna somma esattamente 100,00.
    [equal] Metodo: uguale. Tutti i progetti del dirigente pesano lo stesso, col resto maggiore: la colonna somma esattamente 100,00.
    [equal-with-floors] Metodo: uguale, con pesi fissati. Gli altri progetti si dividono { $rest } in parti uguali, col resto maggiore: la colonna somma esattamente 100,00.
    [effort-with-floors] Metodo: impegno, con pesi fissati. Gli altri progetti si dividono { $rest } in proporzione all'impegno, col resto maggiore: la colonna somma esattamente 100,00.
   *[effort] Metodo: impegno. Peso = impegno / { $total } × 100, col resto maggiore: la colonna somma esattamente 100,00.
}
chart-note-fixed = Peso fissato.
chart-note-sole = Un solo progetto pesa 100,00, qualunque sia l'impegno: la barra intera è il peso.
chart-note-matrix-whole = Il titolo conta gli FTE nel CDR ({ $here }); la tabella anche quelli delle stesse persone altrove ({ $all } in tutto).
chart-note-shifted = Peso spostato di 0,01 rispetto all'arrotondamento consueto, perché la somma faccia 100,00.
chart-note-project-of = Progetto del { $cdr }.
chart-weights-alt = Tabella con barre: i pesi dei progetti di un dirigente. { $title }. Pesi: { $told }.
chart-projects-title = Il progetto { $code } assorbe { $fte } FTE su { $all }: il { $share }
chart-projects-tie = Nessun progetto assorbe più di { $fte } FTE su { $all }
chart-projects-subtitle = { $shown ->
    [1] L'unico progetto con personale.
   *[other] I { $shown } progetti con più personale, su { $all }.
} { $fte }
chart-projects-alt = Tabella con barre: il personale dei progetti in FTE. { $title }. { $told }.
chart-note-distinct = Persone distinte: chi lavora a più progetti conta una volta sola.
chart-note-plus-collective = Più il soggetto collettivo «{ $name }», contato negli FTE ma non tra le persone.
chart-note-plus-to-come = Più { $fte } FTE di posti vacanti, contati negli FTE ma non tra le persone.
chart-note-share = Quota = FTE / totale, resto maggiore: la colonna somma esattamente 100,00.
chart-cdrs-title = { $name }: { $fte } FTE su { $all }, il { $share } del totale
chart-cdrs-one = { $name }: { $all } FTE
chart-cdrs-tie = nessun CDR ha più di { $fte } FTE su { $all }
chart-cdrs-subtitle = { $count ->
    [1] { $scope }: un CDR, per relazione.
   *[other] { $scope }: { $count } CDR, per relazione.
} { $fte }
chart-cdrs-alt = Barre impilate: il personale dei CDR in FTE, per relazione. { $title }. { $told }.
chart-note-collective-fte = «{ $name }» vale { $fte } FTE
chart-note-collectives = { $count ->
    [1] { $said } nel documento ma non è una persona: conta negli FTE, non tra le persone.
   *[other] { $said } nel documento ma non sono persone: contano negli FTE, non tra le persone.
}
chart-note-to-come = Posti vacanti: { $said }{ $more ->
    [0] { "" }
    [1] {" "}e un altro
   *[other] {" "}e altri { $more }
}; contano negli FTE, non tra le persone.
chart-note-several = { $count ->
    [1] { $name } è in più CDR ({ $cdrs }): compare in ciascuno, una sola volta nel totale.
   *[other] { $count } persone sono in più CDR: compaiono in ciascuno, una sola volta nel totale.
}
roles-director = Dirigenti
roles-organisational_position = Posizioni organizzative
roles-employee = Dipendenti
roles-employee_art_90 = Dipendenti Art. 90
roles-other = Altri
roles-collective = Soggetto collettivo
roles-to-come = Posti vacanti
roles-head-director = Dirigenti
roles-head-organisational_position = P.O.
roles-head-employee = Dipendenti
roles-head-employee_art_90 = Art. 90
roles-head-other = Altri
roles-head-collective = Collettivo
roles-head-to-come = Vacanti
chart-distribution-title = { $all ->
    [true] { $people ->
        [1] l'unica persona è esattamente { $limit ->
            [hundred] al 100 %
           *[capacity] alla sua capacità
        }
       *[other] tutte e { $people } le persone sono esattamente { $limit ->
            [hundred] al 100 %
           *[capacity] alla loro capacità
        }
    }
   *[other] { $people ->
        [1] l'unica persona è { $over ->
            [0] sotto
           *[other] oltre
        } { $limit ->
            [hundred] il 100 %
           *[capacity] la sua capacità
        }
       *[other] { $exact ->
            [0] nessuna persona su { $people } è
            [1] 1 persona su { $people } è
           *[other] { $exact } persone su { $people } sono
        } esattamente { $limit ->
            [hundred] al 100 %
           *[capacity] alla propria capacità
        }, { $under ->
            [0] nessuna sotto
           *[other] { $under } sotto
        }, { $over ->
            [0] nessuna oltre
           *[other] { $over } oltre
        }
    }
}
chart-distribution-subtitle = { $scope }. Persone per classe di totale; in «100,00 esatto» solo i totali esatti.
chart-class-over = oltre { $from }
chart-class-exact = { $exact } esatto
chart-names-more = { " " }{ $more ->
    [1] e un'altra
   *[other] e altre { $more }
}
chart-note-people-share = Quota di persone, resto maggiore: somma esattamente 100,00.
chart-note-without = { $count ->
    [1] Escluso il soggetto collettivo { $names }.
   *[other] Esclusi i soggetti collettivi { $names }.
}
chart-note-without-some = { $count ->
    [1] Escluso, perché non è una persona, il totale non è certo o non tutto è stato letto: { $names }.
   *[other] Esclusi, perché non sono persone, il totale non è certo o non tutto è stato letto: { $names }.
}
chart-note-of-capacity = Per chi ha un'altra capacità, il totale è in percentuale di essa.
chart-note-peak-classes = Chi è oltre, anche solo in alcuni giorni, è nella classe del suo massimo.
chart-distribution-alt = Istogramma: quante persone per classe di totale. { $title }. { $told }.
chart-account-title = { $sum ->
    [none] { $name }: { $rows ->
        [0] nessun impegno che conti
        [1] un solo impegno, { $total }
       *[other] { $rows } impegni fanno { $total }
    }
   *[other] { $name }: { $sum } = { $total }
}{ $state ->
    [uncertain] , totale non certo
    [partly] , non tutto è stato letto
    [at-times] , oltre in alcuni giorni (massimo { $peak })
    [over] , { $gap } oltre
    [under] , mancano { $gap }
   *[other] { "" }
}
chart-account-subtitle = { $cdrs ->
    [none] { "" }
   *[other] { $cdrs }.{ " " }
}Ogni riga del documento, in ordine, fino al totale.
chart-note-account = Riga = riga del documento di partenza in cui si legge la percentuale. Le somme sono esatte, senza arrotondamenti.
chart-note-account-year = Riga = riga del documento di partenza in cui si legge la percentuale. Nell'anno un impegno conta per i suoi giorni; le medie si mostrano arrotondate al milionesimo, il totale è la somma esatta, arrotondata una volta.
chart-account-alt = Grafico a cascata: gli impegni di una persona, riga per riga. { $title }.{ $told ->
    [none] { "" }
   *[other] { " " }{ $told }.
}{ $peak ->
    [none] { "" }
   *[other] { " " }{ $peak }.
}
chart-matrix-few-title = { $about }: { $fte } FTE su { $all } sono sul progetto { $code }
chart-matrix-few-tie = { $about }: nessuno dei { $projects } progetti ha più di { $fte } FTE su { $all }
chart-matrix-few-one = { $about }: { $fte } FTE
chart-matrix-few-subtitle = { $scope }. Percentuale di impegno, { $people ->
    [1] 1 soggetto
   *[other] { $people } soggetti
} per { $projects ->
    [1] 1 progetto
   *[other] { $projects } progetti
}; celle vuote: nessun impegno.
chart-matrix-many-title = { $about }: { $one ->
    [0] nessuno su { $people } in un solo progetto
    [1] 1 persona su { $people } in un solo progetto
   *[other] { $one } persone su { $people } in un solo progetto
}{ $group ->
    [true] { " " }fra questi
   *[other] { "" }
}
chart-matrix-many-subtitle = { $scope }, { $group ->
    [true] progetti { $projects }
   *[other] tutti i progetti
}. Percentuale di impegno; celle vuote: nessun impegno.
chart-matrix-several = Su più progetti{ $group ->
    [true] { " " }fra quelli in colonna
   *[other] { "" }
} – { $count ->
    [1] 1 persona
   *[other] { $count } persone
}
chart-matrix-one = Su un solo progetto{ $group ->
    [true] { " " }fra quelli in colonna
   *[other] { "" }
} – { $count ->
    [1] 1 persona
   *[other] { $count } persone
}
chart-matrix-none = Solo su altri progetti – { $count ->
    [1] 1 persona
   *[other] { $count } persone
}
chart-matrix-nothing = Nessun impegno – { $count ->
    [1] 1 persona
   *[other] { $count } persone
}
chart-note-matrix-few = Progetti ordinati per FTE; a parità, come nel documento.
chart-note-matrix-many = { $group ->
    [true] Altri progetti: impegni delle stesse persone fuori da questi.{ " " }
   *[other] { "" }
}
chart-matrix-alt = Matrice degli impegni di ogni persona per progetto. { $title }. { $told }.
error-no-use = { $option } non serve a { $kinds }: vale per { $for }.
chart-written = { $count ->
    [1] 1 immagine in { $path }
   *[other] { $count } immagini in { $path }
}
chart-lacking = Caratteri che mancano nel carattere tipografico, sostituiti nelle immagini: { $path }
error-no-folder = Le immagini vanno in una cartella: indicarla con -o CARTELLA.
error-no-report-folder = Il rapporto è una cartella: indicarla con -o CARTELLA.
error-not-a-folder = { $path } c'è già e non è una cartella. Indicarne un'altra con -o.
error-working-folder = { $path } è la cartella in cui si sta lavorando, o la contiene: non può essere sostituita. Indicarne un'altra con -o.
error-foreign-in-report = { $path } non fa parte di un rapporto: la cartella resta com'è. Spostare il file, o indicare un'altra cartella con -o.
error-changed = { $path } è stato modificato dopo che il rapporto è stato scritto: la cartella resta com'è. Mettere in salvo le modifiche e ripetere con --force, o indicare un'altra cartella con -o.
error-unknown-kind = Nessuna immagine si chiama «{ $kind }». Ci sono: { $known }.
error-nothing-to-draw = Nel piano non c'è niente da disegnare.
error-width = --width-cm: «{ $value }» non va bene. Scrivere una larghezza da 12 a 42 cm, ad esempio 16.
error-unknown-cdr = Nessun CDR ha il codice «{ $code }». Ci sono: { $known }.
error-unknown-project = { $nearest ->
    [none] Nessun progetto ha il codice «{ $code }». `cento projects` li elenca tutti.
   *[other] Nessun progetto ha il codice «{ $code }»; forse «{ $nearest }»?
}
error-busy = In { $path } sta già scrivendo un altro cento{ $process ->
    [none] {""}
   *[other] {" "}(processo { $process })
}: non è stato toccato niente. Attendere che finisca e ripetere il comando, o indicare un altro posto con -o.
error-other-plan = { $path } è un'immagine di un altro piano, o di questo quando era altrove: non viene sovrascritta. Scegliere un'altra cartella, dare al piano un'etichetta sua ([plan] label in cento.toml), oppure --force.
error-foreign = { $path } esiste e non è di cento: non viene sovrascritto. Scegliere un'altra cartella, oppure --force.
role-short-director = Dirig.
role-short-organisational_position = P.O.
role-short-employee = Dip.
role-short-employee_art_90 = Art. 90
role-short-other = altro
role-short-collective = coll.
role-short-vacancy = vac.
role-long-director = dirigente
role-long-organisational_position = posizione organizzativa
role-long-employee = dipendente
role-long-employee_art_90 = dipendente ex art. 90 TUEL
role-long-other = altra relazione
role-long-collective = soggetto collettivo
role-long-vacancy = posto vacante

## Il rapporto

report-written = { $count } file in { $path }
report-skip = Vai al contenuto
report-contents = Contenuto
report-section-deviations = Chi è oltre, chi è sotto, e perché
report-section-findings = Segnalazioni
report-section-people = Tutte le persone
report-section-cdrs = CDR
report-section-projects = Progetti
report-section-weights = Pesi dei dirigenti
report-section-pictures = Immagini
report-section-read = Com'è stato letto
report-no-deviations = Nessuno è oltre o sotto la propria capacità.
report-no-reason = Il piano non dice perché.
report-quoted = «{ $text }»
report-reason-leads-no-cdr = È un dirigente e non dirige nessuno dei CDR del piano.
report-people = persone
report-over = oltre
report-full = al 100 %
report-under = sotto
report-partly-read = non lette per intero
report-places = { $count ->
    [1] Dov'è scritto, e che cosa fare
   *[other] Dov'è scritto ({ $count } righe), e che cosa fare
}
report-search = Cerca un nome
report-all = tutti
report-all-roles = tutte
report-count = { $n } di { $all } soggetti
report-note-people = Chi lavora in più CDR è contato in ciascuno: le persone non si sommano.
report-in-words = In parole
report-settings = Impostazioni
report-staff = Elenco del personale
report-weights = Pesi dati
report-names = Nomi
report-date = Data
report-bytes = Byte
report-lines = Righe
report-sha256 = SHA-256
report-footer = Fatto con cento { $version }. La pagina non chiede nulla alla rete: i dati restano dove sta il file.
report-without-parquet = compilato senza Parquet: «cargo install --path . --features parquet» lo aggiunge; le stesse righe sono in rows.csv
xlsx-readme = Leggimi
xlsx-finding = Risultato
xlsx-people = Persone
xlsx-people-about = Un soggetto per riga: totale, capacità, scarto, stato.
xlsx-rows = Dettaglio
xlsx-rows-about = Un impegno per riga, con il documento e la riga in cui è scritto.
xlsx-cdrs = CDR
xlsx-cdrs-about = Persone e FTE per CDR.
xlsx-projects = Progetti
xlsx-projects-about = Persone e FTE per progetto.
xlsx-weights = Pesi
xlsx-weights-about = I pesi per la valutazione di ogni dirigente. { $method }
xlsx-findings = Anomalie
xlsx-findings-about = Le segnalazioni, dalla più grave, con che cosa fare.
xlsx-control = Controllo
xlsx-control-about = Somma di nuovo, con una formula, le righe di Dettaglio; «Concorda» dice se il risultato coincide. Excel calcola con numeri binari: valgono le cifre di rows.csv.
xlsx-number = N.
xlsx-agreement = Concorda
xlsx-agrees = sì
xlsx-differs = NO
xlsx-remedy = Che cosa fare
xlsx-accepted = Accettata
xlsx-no-director = Senza dirigente
xlsx-filled-in-by = Si compila nel foglio di { $name }.
xlsx-directions = maggiore: più è meglio; minore: meno è meglio; data: entro il giorno previsto; sì-no: fatto o no.
# The words that the results are read by.
direction-higher = maggiore
direction-lower = minore
direction-date = data
direction-yes-no = sì-no
error-date = --date: «{ $value }» non è una data: scriverla come 2026-11-25.

## Errori

error = errore
error-missing = { $path }: non esiste. Controllare il percorso.
error-unreadable = { $path }: non si può leggere ({ $reason }).
error-not-text = { $path }: non è un documento di testo. Indicare il documento come .pdf, .docx, .odt, .xlsx, .ods, .xls, .md o .txt.
error-no-table = { $path }: non è una tabella che si possa leggere. Salvarla come CSV, .xlsx, .ods o .xls.
columns-passed-over = { $path }: { $count ->
    [1] una colonna non serve e non è letta
   *[other] { $count } colonne non servono e non sono lette
} ({ $names })
sheets-passed-over = { $path }: { $count ->
    [1] un foglio non ha l'intestazione che serve e non è letto
   *[other] { $count } fogli non hanno l'intestazione che serve e non sono letti
} ({ $names })
unseen-sheets-passed-over = { $path }: { $count ->
    [1] un foglio ha l'intestazione che serve, ma è nascosto o barrato, e non è letto
   *[other] { $count } fogli hanno l'intestazione che serve, ma sono nascosti o barrati, e non sono letti
} ({ $names })
error-damaged = { $path }: il documento è danneggiato. Aprirlo nel programma con cui è fatto e salvarlo di nuovo.
error-locked = { $path }: è protetto da una password. Aprirlo e salvarlo senza password.
error-old-word = { $path }: è nel formato .doc delle vecchie versioni di Word. Aprirlo e salvarlo come .docx.
error-old-workbook = { $path }: è una cartella di lavoro di Excel 95 o di quelle binarie (.xlsb). Aprirla e salvarla come .xlsx.
error-no-cells = { $path }: la cartella di lavoro è vuota. Se i valori sono calcolati da formule, aprirla, ricalcolarla e salvarla di nuovo.
error-encrypted = { $path }: è cifrato. Decifrarlo con il programma di firma e indicare il documento.
error-unattached = { $path }: contiene la firma ma non il documento firmato. Indicare il documento.
error-own-output = { $path }: l'ha fatto cento. Indicare il documento del piano.
error-too-large = { $path }: è troppo grande per un piano: un file può avere 256 MB, ogni parte di un documento 64 MB una volta aperta, una cartella di lavoro 2 milioni di celle. Salvare solo la parte con il piano.
error-scanned = { $path }: le pagine sono immagini o disegni, senza testo. Riconoscere il testo (OCR) e riprovare, o chiedere il documento da cui furono fatte.
error-empty = { $path }: non c'è nulla. Indicare il documento che contiene il piano.
error-too-long = { $path }: è troppo grande per essere un piano, o è fatto in modo che leggerlo non finisca. Verificare il documento, o salvarlo di nuovo con un altro programma.
error-no-plan = Nessun piano in { $paths }: nessun documento ha un CDR, un codice di progetto o una tabella del personale. Indicare la cartella o il documento del piano.
error-no-plan-layout = Se vi sono tabelle, «cento layout» con lo stesso percorso mostra quali, e propone le intestazioni che le fanno leggere.
error-two-entities = I documenti sono di enti diversi: { $first } dice «{ $first-value }», { $second } dice «{ $second-value }». Metterli in cartelle diverse.
error-two-years = I documenti sono di anni diversi: { $first } dice { $first-value }, { $second } dice { $second-value }. Metterli in cartelle diverse.
fault-syntax = il contenuto non è valido: { $reason }.
fault-not-text = non è un file di testo.
fault-unknown-key = «{ $key }» non è previsto{ $nearest ->
    [none] .
   *[other] ; forse «{ $nearest }»?
} Validi: { $valid }.
fault-missing-column = manca la colonna «{ $column }».
fault-cells = la riga ha { $written } celle, l'intestazione { $expected }.
fault-empty = manca { $column }.
fault-floor-of-nothing = [[weights.floor]] richiede il codice (code) o il titolo (title) di un progetto, non tutti e due.
fault-column-twice = la colonna «{ $column }» compare due volte (come «{ $first }» e come «{ $second }»). Tenerne una.
fault-doubted-column = la colonna { $number }{ $column ->
    [none] , senza intestazione,
   *[other] , «{ $column }»,
} { $why ->
    [percentages] contiene percentuali, e non si sa di che cosa
    [shares] contiene cifre che possono essere capacità, e nessuna colonna le dice
    [part-time] parla di part-time o di percentuali, e nessuna colonna dice l'orario
    [days] dice da quando o fino a quando vale qualcosa, e non si sa che cosa
    [dates] contiene date, e non si sa se sono l'inizio o la fine dei contratti
    [absent] dice che qualcuno non è in servizio, e nessuna colonna dice da quando
   *[heading] riguarda capacità, orario o giorni di servizio, e non si sa come leggerla
}. Darle il nome di ciò che contiene ({ $valid }); se non serve, toglierla o chiamarla «note».
fault-not-a-period = «{ $period }» non è un periodo; scriverlo con giorno, mese e anno, per esempio «dal 01/03/2026 al 31/12/2026», o in due colonne, «dal» e «al».
fault-working-times-differ = { $hours } ore su { $full } non sono il { $share } % del tempo pieno. Correggere l'uno o l'altro, o scrivere in full_time_hours le ore del tempo pieno.
fault-part-time-of-how-much = «{ $value }» non dice quanto dell'orario. Scriverlo come «Tempo pieno», «Part-time 50 %» o «18/36», oppure aggiungere le ore alla settimana (weekly_hours).
fault-fraction = { $column }: «{ $value }» può essere una frazione o una percentuale. Scriverlo con il segno, come «80 %».
fault-too-few-names = [[{ $entry }]] richiede almeno due nomi diversi.
fault-name-twice = «{ $name }» compare in due voci che non possono valere insieme. Toglierne una.
fault-staff-twice = «{ $name }» compare due volte. Se sono due omonimi, scrivere la matricola di ognuno, o «{ $name } (etichetta)», con le etichette che hanno in cento.toml ([[namesake]]); se sono due contratti, dire di ciascuno inizio e fine (colonne «dal», «al»).
fault-number-twice = la matricola { $number } sta già alla riga { $first }. Toglierne una, o correggerla; di due contratti dire inizio e fine (colonne «dal», «al»).
fault-contracts-overlap = due righe di «{ $name }» valgono negli stessi giorni. Correggere inizio e fine, in modo che una segua l'altra.
fault-ends-before = finisce il { $to }, prima di cominciare, il { $from }.
fault-months-and-days = sono scritti sia i mesi sia i giorni di inizio o fine. Tenere gli uni o gli altri.
fault-quote = le virgolette non si chiudono.
fault-no-name = manca il nome.
fault-headcount = un collettivo ha almeno 1 persona.
fault-no-project = [[namesake]] richiede almeno un progetto.
fault-too-many = { $section } ha più di { $most } intestazioni, o forme di codici: ogni riga del piano si confronta con ciascuna. I codici scritti in più modi si riassumono in una forma sola, con «#», «@» e «*».
fault-unknown-code = nessuna segnalazione ha il codice «{ $code }»{ $nearest ->
    [none] .
   *[other] ; forse «{ $nearest }»?
}
fault-accepted-of-nothing = [[accepted]] richiede una persona (person) o un progetto (project).
fault-no-column = «{ $column }» non è una colonna: scrivere le sue lettere («B») o il suo numero (2), fino a BL (64).
fault-two-meanings = la colonna «{ $column }» ha due significati.
fault-recipe-of-nobody = [[layout.table]] richiede la colonna del nome (person), oppure quelle del cognome e del nome (surname e first_name).
fault-recipe-of-nothing = [[layout.table]] richiede la colonna della quota (share), quella del tempo di lavoro (hours) o quella della quota di una capacità (split, con capacity): una sola di queste.
fault-pattern = «{ $pattern }» non distingue un codice da una parola: «#» è una cifra, «@» una lettera, «*» una o più di entrambe, ogni altro segno sé stesso; occorre una cifra o un segno che non sia una lettera, come in «OB.##».
fault-not-a-date = «{ $date }» non è una data; scrivere, per esempio, 2026-12-31.
fault-figure = «{ $value }» non va bene per { $column }.
fault-two-readings = «{ $value }» si può leggere in due modi, con i decimali o con le migliaia. Scrivere { $column } senza il punto o la virgola delle migliaia, oppure con un altro numero di decimali (1000, o 1,0).
fault-torn-figure = «{ $value }» e «{ $next }» in due celle vicine: in un file separato da virgole può essere «{ $value },{ $next }» per { $column }. Scrivere il numero con la virgola fra virgolette, oppure separare le celle con il punto e virgola.
fault-more-than-full-time = { $hours } ore settimanali sono più delle { $full } del tempo pieno. Scrivere le ore alla settimana (weekly_hours), e in full_time_hours quelle del tempo pieno se non sono 36.
fault-merged = { $column } sta in una cella unita: non si sa se il valore vale per ogni riga o per tutte insieme. Scriverlo in ogni riga.
fault-unseen = { $column } è nascosto o barrato. Mostrare la riga se vale, eliminarla se non vale.
error-short-key = { $path }: la chiave è troppo corta; ne servono almeno { $bytes } byte, e scelti a caso.
error-poor-key = { $path }: la chiave è un solo carattere ripetuto; ne serve una scelta a caso.
error-output-is-input = { $path } è un file che viene letto: l'uscita lo sovrascriverebbe. Scegliere un altro nome per -o.
error-exists = { $path } c'è già. Toglierlo, o indicare un altro file con --output.
error-several-plans = Il comando riguarda un piano solo, e qui ce ne sono più: { $folders }. Indicarne uno.
error-excerpts-needed = Il layout mostra parti dei documenti, che possono nominare qualcuno: il comando non va con --pseudonymise.
error-names-needed = Le impostazioni contengono i nomi: il comando non va con --pseudonymise.
error-tolerance = «{ $value }» non è una tolleranza: { $reason ->
    [negative] non può essere negativa
    [too-large] deve essere minore di 100
    [too-fine] ha più di sei decimali
   *[not-a-figure] scrivere una cifra in percentuale, come 0,5
}.
error-output = { $path }: non si può scrivere ({ $reason }).
error-analysis = L'analisi non è riuscita: { $reason }.
error-unknown-person = { $name ->
    [none] Nessuno si chiama così nel piano.
   *[other] Nessuno si chiama «{ $name }» nel piano.
}
error-nearest = Nomi più vicini: { $names }.
error-many-persons = { $name ->
    [none] Più persone corrispondono al nome: { $names }. Scriverlo per intero.
   *[other] Più persone corrispondono a «{ $name }»: { $names }. Scrivere il nome per intero.
}
error-codes = «{ $value }» non è il codice di una segnalazione, né l'inizio di un codice. I codici: { $codes }.
error-format = Il formato «{ $format }» non è previsto per questo comando: { $formats }.
usage-unknown-argument = argomento sconosciuto «{ $argument }»{ $suggestion ->
    [none] .
   *[other] ; forse «{ $suggestion }»?
} Aiuto: { $help }
usage-unknown-command = comando sconosciuto{ $command ->
    [none] .
   *[other] { " " }«{ $command }»{ $suggestion ->
        [none] .
       *[other] ; forse «{ $suggestion }»?
    }
} Aiuto: { $help }
usage-invalid-value = «{ $value }» non va bene per { $argument }{ $valid ->
    [none] .
   *[other] ; valori: { $valid }.
} Aiuto: { $help }
usage-missing-argument = manca { $argument }. Aiuto: { $help }
usage-twice = { $argument } è indicato due volte. Aiuto: { $help }
usage-conflict = { $argument } e { $prior } non vanno insieme. Aiuto: { $help }
progress = Letti { $done } documenti su { $all }
progress-pictures = Disegnate { $done } immagini su { $all }

## Che cosa vogliono dire le segnalazioni

explain-what = Che cosa trova
explain-why = Perché conta
explain-do = Che cosa fare
findings-page = Le segnalazioni
findings-page-about = Ogni segnalazione ha un codice che non cambia mai. `cento explain CODICE` dice lo stesso di questa pagina, che ne è ricavata (`cento explain --page`).
findings-page-example = un piano che la mostra

## Le impostazioni da cui cominciare

settings-written = Scritto { $path }
init-about =
    Le impostazioni di cento per questo piano. Si tengono accanto ai documenti.
    Ciò che segue un cancelletto non conta: toglierlo per farlo valere.
init-entity = L'ente, dove i documenti non lo dicono.
init-check =
    Di quanto un totale può mancare la capacità, in percentuale;
    da quale gravità lo stato d'uscita è 1: "error", "warning", "note", "never".
init-same-person = { $pairs ->
    [0] Nomi che sono una sola persona; si mostra il primo. Il piano non ne suggerisce.
   *[other] Nomi che sono una sola persona; si mostra il primo. Il piano suggerisce (N001):
}
init-not-same = Nomi che si somigliano e sono persone diverse.
init-namesake = Due persone con lo stesso nome: questa ha le righe di questi progetti.
init-collective = Nomi che sono più persone; con quante sono, se ne conosce la capacità.
init-accepted = Segnalazioni a posto così: restano elencate come accettate, fino al giorno indicato.
init-layout =
    Come è scritto il piano, dove cento non lo riconosce («cento layout DOCUMENTO» lo dice e propone le righe). Nelle forme
    dei codici # è una cifra, @ una lettera, * una o più di entrambe. Le cifre senza % sono percentuali ("percent") o
    frazioni di 1 ("fraction"); oppure tempo di lavoro: "hours", "monthly-hours", "weekly-hours", "days", divise per il
    tempo pieno detto qui sotto; "person-months", divisi per 12; "fte".
init-table =
    Una tabella che nessuna intestazione fa riconoscere, letta per posizione: la riga dell'intestazione e le colonne, con le lettere
    del foglio o con il loro numero; anche document, worksheet, page e last_row.

## Aiuto

help-about = Legge il piano esecutivo di gestione di un ente e verifica, per ogni persona, che gli impegni facciano cento.
help-usage = Uso
help-commands = Comandi
help-arguments = Argomenti
help-options = Opzioni
help-after = Stato d'uscita: 0 nulla da segnalare, 1 segnalazioni (da «errore» in su, o da --fail-on), 2 non portato a termine.
command-check = Qualcuno è oltre o sotto? Le segnalazioni e le persone che non sono al 100 %
command-people = Tutti i soggetti: relazione, CDR, progetti, totale, scarto
command-person = Il conto di una persona, riga per riga
command-projects = FTE e persone per progetto
command-cdrs = FTE e persone per CDR e relazione
command-rows = Tutte le righe del personale
command-weights = I pesi per la valutazione di ogni dirigente: progetti, obiettivi, indicatori
command-score = Il punteggio di ogni dirigente, dai risultati degli indicatori
command-chart = Le immagini per le relazioni, PNG o SVG
command-report = Una cartella con tutto: pagina, cartella di lavoro, righe, segnalazioni, immagini
command-explain = Che cosa vuol dire una segnalazione, perché conta, che cosa fare
command-settings = Le impostazioni di un piano (cento.toml)
command-settings-init = Scrive un cento.toml commentato, con ciò che il piano suggerisce
command-layout = Ciò che è stato riconosciuto di un documento: intestazioni, codici, cifre; e ciò che manca
command-help = Mostra questo aiuto, o quello di un comando
arg-paths = Documenti o cartelle del piano («-»: standard input; senza: la cartella corrente)
arg-name = Cognome e nome, in qualsiasi ordine; basta una parte, se è di uno solo
arg-codes = Codici o inizi di codice (A, D001, …); senza, l'elenco di tutti
arg-page = Tutto come pagina Markdown
arg-director = Solo questo dirigente
arg-level = Fino a dove: project, objective, indicator (se manca: project)
arg-group-by = Subtotali: kind, direction, strategic-objective, cdr
arg-method = Metodo dei pesi: effort (in proporzione agli impegni), equal (uguale per ogni progetto)
arg-weights = Pesi dati in una tabella (CSV, XLSX, ODS): code; weight_percent, e director dove serve
arg-floor = Peso fissato di un progetto: CODICE=PERCENTUALE; gli altri si dividono il resto
arg-results = Risultati degli indicatori in una tabella (CSV, XLSX, ODS): code, direction, actual (--template la prepara)
arg-template = Scrive il file da compilare: una riga per indicatore, con titolo e valore atteso; CSV o, con -o FILE.xlsx, un foglio per dirigente
arg-indicators = Obiettivo dagli indicatori: mean (la media), worst (il peggiore)
arg-cap = Quanto conta al massimo un indicatore, in percentuale (se manca: 100)
arg-days-to-zero = Una data superata scende a 0 in questi giorni (se manca: subito)
arg-score-level = Fino a dove: project, objective, indicator (se manca: indicator)
arg-kinds = Quali, con le virgole: people, timeline, matrix, weights, fte-cdrs, fte-projects, distribution, person, all
arg-by = people, timeline: un'immagine per ogni CDR (cdr)
arg-cdr = people, timeline, matrix, weights: solo questi CDR
arg-projects = matrix: solo questi progetti, anche con il codice breve
arg-person = person, timeline: il conto, o l'anno, di questa persona; si può ripetere
arg-title = Un altro titolo, al posto di ciò che risulta
arg-width-cm = Larghezza in centimetri (se manca: 16)
arg-dpi = Punti per pollice del PNG (se manca: 300)
arg-force = Sovrascrive anche file che non sono di cento
arg-force-changed = Sostituisce anche i file del rapporto che sono stati modificati
arg-date = Data da scrivere nel rapporto (AAAA-MM-GG; se manca: nessuna)
arg-lang = Lingua: it, en (se manca: quella del sistema, altrimenti l'italiano)
arg-format = Formato: table, json, csv; per check anche concise, una riga per segnalazione
arg-settings = File delle impostazioni (se manca: cento.toml accanto al piano o nella cartella corrente)
arg-staff = Elenco del personale (CSV, XLSX, ODS): capacità, orario e mesi di ciascuno
arg-pseudonymise = Codici al posto dei nomi, in tutto ciò che è scritto (relazione e CDR possono ancora identificare qualcuno)
arg-key = Con --pseudonymise: file con una chiave segreta, che dà alla stessa persona lo stesso codice in ogni piano
arg-year = Anno del piano, dove le tabelle ne contengono più d'uno (se manca: quello dei documenti)
arg-tolerance = Scarto tollerato, in percentuale (se manca: 0)
arg-output = Scrive in questo file invece che sullo standard output (chart e report: in questa cartella)
arg-color = Colore: auto, always, never
arg-quiet = Solo la frase con il risultato, e lo stato d'uscita
arg-fail-on = Da quale gravità lo stato d'uscita è 1: error, warning, note, never (se manca: error)
arg-select = Solo le segnalazioni con questi codici o inizi di codice (A, D001, …)
arg-ignore = Senza le segnalazioni con questi codici o inizi di codice
arg-excerpts = Righe del documento sotto ogni segnalazione: auto (fino a 20 piani), always, never
arg-sha256 = Aggiunge al JSON l'impronta SHA-256 di ogni documento
arg-csv-dialect = Forma del CSV: standard; excel-it, con punto e virgola e virgola decimale
arg-help = Mostra l'aiuto
arg-version = Mostra la versione

## Il layout

layout-headers = Tabelle del personale
layout-scales = Cifre
layout-overlooked = Non lette, benché sembrino del personale
layout-others = Altre tabelle
layout-trials = Con le righe proposte qui sotto, provate sui documenti, sarebbero lette:
layout-trial =
    { $plan }: { $rows ->
        [1] 1 riga
       *[other] { $rows } righe
    } invece di { $before }, { $rejected ->
        [0] nessuna respinta
        [1] 1 respinta
       *[other] { $rejected } respinte
    }; { $people ->
        [1] 1 persona
       *[other] { $people } persone
    }, totali da { $least } a { $greatest }, { $over ->
        [0] nessuna oltre la capacità
        [1] 1 oltre la capacità
       *[other] { $over } oltre la capacità
    }{ $unjudged ->
        [0] { "" }
       *[other] , di { $unjudged } non si può dire
    }
layout-quoted = «{ $words }»
layout-base-shown =
    Dal documento: { $amount } di «{ $amounts }» sono { $part } di «{ $parts }», dunque il tempo pieno è { $full } { $unit ->
        [weekly-hours] ore alla settimana
        [days] giorni all'anno
       *[hours] ore all'anno
    }.
    { $rows ->
        [1] Lo dice la sola riga che ha entrambe le cifre
       *[other] { $rounded ->
            [yes] Lo dicono tutte le { $rows } righe che hanno entrambe le cifre, entro l'arrotondamento
           *[no] { $agreeing ->
                [1] Lo dice 1 riga
               *[other] Lo dicono { $agreeing } righe
            } su { $rows } che hanno entrambe le cifre
        }
    }: da verificare.
layout-base-unknown = Il documento non dice quanto è il tempo pieno: { $full } è solo un esempio, da sostituire con l'orario dell'ente.
layout-work-two = { $place }: le colonne { $headings } potrebbero essere tutte l'impegno, e non se ne propone nessuna. Indicare quale in cento.toml: [layout.headings], hours.
layout-work-disputed = { $place }: { $amounts } e { $parts } non bastano a dire quanto è il tempo pieno ({ $examples }), e non si propone nulla. Chiederlo a chi ha fatto la tabella, e indicarlo in cento.toml: [layout], hours_per_year, hours_per_week o days_per_year.
layout-work-example = { $amount } per { $part } darebbe { $full }
layout-work-between = Le tabelle non hanno tutte lo stesso tempo pieno: { $bases }. Non se ne propone nessuno: leggerle una per volta, ciascuna con il suo cento.toml.
layout-held-back =
    { $plan }: ciò che farebbe leggere altre righe ({ $rows } invece di { $before }) non si propone, perché { $why ->
        [over] { $name }, di cui qualcosa è già letto, passerebbe da { $was } a { $would }, oltre la capacità. Verificare se le tabelle dicono due volte lo stesso impegno; se no, leggerle una per volta, ognuna con un suo cento.toml
        [new-over] ne risulterebbero oltre la capacità { $count ->
            [1] 1 persona
           *[other] { $count } persone
        } di cui nulla è ancora letto: le cifre sono probabilmente altro che impegni, o il tempo pieno è un altro
       *[otherwise] si leggerebbero in altro modo righe che sono già lette
    }.
layout-proposal = Da mettere in cento.toml, dopo averle verificate:
layout-complete = Non sembra mancare nulla.
layout-incomplete = Non tutto è stato letto, e nessuna riga di cento.toml che si possa indovinare lo leggerebbe: «cento check» dice che cosa manca e dove.
layout-form-text = testo
layout-form-pages = pagine
layout-form-workbook = cartella di lavoro
column-form = Forma
column-summaries = Quadri
column-tables = Tabelle
column-rows-accepted = Righe lette
column-rows-rejected = Respinte
column-heading = Intestazione
column-meaning-of = Presa per
column-samples = Esempi
column-taken-for = Presa per
column-headings = Intestazioni
column-signed = Con %
column-bare = Senza %
column-scale = Quelle senza % sono
meaning-person = nome
meaning-surname = cognome
meaning-first_name = nome proprio
meaning-role = relazione
meaning-share = impegno
meaning-capacity = capacità
meaning-split = quota della capacità
meaning-hours = tempo di lavoro
meaning-project = codice del progetto
meaning-title = titolo del progetto
meaning-cdr = codice del CDR
meaning-cdr_name = nome del CDR
meaning-director = dirigente
meaning-number = matricola
meaning-from = inizio
meaning-to = fine
meaning-period = periodo
meaning-duration = durata in mesi
meaning-aside = non c'entra con gli impegni
meaning-unread-words = non letta
meaning-unread-figures = non letta, e potrebbe cambiare le cifre
meaning-looks-like = non si sa: sembra { $meaning }
table-summary = quadro dei progetti
table-indicators = indicatori
table-unread-matrix = non letta: ha una colonna per ognuna di più quote
table-unread-money = non letta: parla di denaro
table-unread-no-shares = non letta: ha persone, ma nessuna percentuale
table-unread-no-people = non letta: non ha persone
scale-none = –
scale-percent-settings = percentuali: lo dice cento.toml
scale-percent-figures = percentuali: troppo grandi per essere frazioni di 1
scale-percent-heading = percentuali: lo dice l'intestazione
scale-fraction-settings = frazioni di 1: lo dice cento.toml
scale-hours-settings = ore di un anno, divise per quelle dette in cento.toml
scale-hours-heading = ore, divise per quelle dette nell'intestazione
scale-monthly-hours-settings = ore di un mese, divise per un dodicesimo di quelle dette in cento.toml
scale-monthly-hours-heading = ore di un mese, divise per quelle dette nell'intestazione
scale-weekly-hours-settings = ore di una settimana, divise per quelle dette in cento.toml
scale-weekly-hours-heading = ore di una settimana, divise per quelle dette nell'intestazione
scale-days-settings = giorni di un anno, divisi per quelli detti in cento.toml
scale-days-heading = giorni, divisi per quelli detti nell'intestazione
scale-person-months-settings = mesi persona, divisi per 12: lo dice cento.toml
scale-person-months-heading = mesi persona, divisi per 12: lo dice l'intestazione
scale-fte-settings = equivalenti a tempo pieno (1 è il 100 %): lo dice cento.toml
scale-fte-heading = equivalenti a tempo pieno (1 è il 100 %): lo dice l'intestazione
scale-unknown-no-sign = non si sa: nulla dice che siano percentuali
scale-unknown-unknown-scale = non si sa: l'intestazione dice percentuale, ma potrebbero essere frazioni di 1
scale-unknown-time = ore, giorni o mesi: non sono percentuali

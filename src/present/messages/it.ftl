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
    [0] nessuna oltre il 100 %
   *[other] { $over-text } oltre il 100 %
}, { $full ->
    [0] nessuna { headline-full }
   *[other] { $full-text } { headline-full }
}, { $under ->
    [0] nessuna sotto
   *[other] { $under-text } sotto
}
headline-full = { $tolerance ->
    [none] esattamente al 100 %
    [mixed] al 100 % entro la tolleranza di ciascun piano
   *[other] al 100 % (tolleranza { $tolerance })
}
headline-unreadable = { $rejected ->
    [0] { "" }
    [1] ; 1 riga non è stata letta
   *[other] ; { $rejected-text } righe non sono state lette
}

## Le parole

status-over = oltre
status-under = sotto
status-full = al 100 %
role-director = Dirigente
role-organisational_position = Posizione Organizzativa
role-employee = Dipendente
role-employee_art_90 = Dipendente Art. 90
role-other = Altro
role-collective = Collettivo
kind-product = Prodotto
kind-project = Progetto
severity-error = errore
severity-warning = avviso
severity-note = nota
yes = sì
no = no

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
column-status = Stato
column-line = Riga
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
}
findings-none = Nessuna segnalazione.
line-word = righe

in-rows = { $rows ->
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
after-sheet = { $project ->
    [none] { "" }
   *[other] , dopo la scheda { $project }
}
of-name = { $name ->
    [none] { "" }
   *[other] { " " }di { $name }
}

A001 = { $person }: { $total }, { $difference } rispetto alla capacità di { $capacity }, { in-rows }
    .help = Confrontare le righe indicate con le schede e correggere la percentuale sbagliata.
A002 = { $person }: { $total }, { $difference } rispetto alla capacità di { $capacity }, { in-rows }
    .help = Cercare il resto nei documenti degli altri servizi; se non c'è, chiedere al dirigente responsabile delle schede.
A003 = { $person }: una sola riga di { $percent } supera la capacità di { $capacity }{ on-sheet }
    .help = Correggere la percentuale nella scheda: di solito manca una virgola, o la cifra è quella di più persone.
A004 = { $person } compare { $rows } volte nella { $project ->
    [none] stessa scheda
   *[other] scheda { $project }
}, per { $percent } in tutto
    .help = Riunire le righe in una sola, o correggere il nome in una di esse.
A005 = { $person }: un impegno di 0,00 %{ on-sheet }
    .help = Scrivere la percentuale, o togliere la riga.
D001 = Manca la scheda di { $project }, che il quadro elenca{ in-cdr }
    .help = Cercare la scheda e metterla accanto agli altri documenti del piano.
D002 = Nessun quadro elenca la scheda { $project }{ in-cdr }
    .help = Aggiungere il progetto al quadro, o togliere la scheda.
D003 = La scheda { $project } non ha nessuna riga di personale{ in-cdr }
    .help = Compilare la tabella del personale, o verificare che il convertitore non l'abbia persa.
D004 = La scheda { $project } compare di nuovo: { $rows ->
    [0] non ha righe di personale
    [1] la sua riga di personale non è contata
   *[other] le sue { $rows } righe di personale non sono contate
}{ in-cdr }
    .help = Togliere una delle due schede, o correggerne il codice.
D006 = Nella scheda { $project } nessuna riga è di un dirigente{ in-cdr }
    .help = Aggiungere la riga del dirigente, o accettare che il progetto sia guidato da altri.
N004 = «{ $person }» non è una persona: { $percent } { in-rows }, senza giudizio
    .help = Nulla, se il piano intende così.
R001 = Percentuale illeggibile «{ $written }»{ of-name }: { $fault ->
    [missing] non c'è nulla
    [no-sign] nulla dice che sia una percentuale
    [negative] è negativa
    [ambiguous] il punto può separare le migliaia o i decimali
    [too-fine] ha più di sei decimali
    [too-large] è di 10.000 % o più
   *[not-a-figure] non è una cifra
}{ on-sheet }
    .help = Correggere la cifra nel documento: cifre, virgola, segno di percentuale, come in «12,50 %».
R002 = Riga di personale senza un nome leggibile: «{ $written }»{ on-sheet }
    .help = Scrivere il nome nel documento.
R003 = Riga fuori da ogni tabella del personale: «{ $written }»{ after-sheet }
    .help = Spostarla nella tabella della sua scheda, o ripetere sopra di essa l'intestazione della tabella.
R004 = { $document } non ha nessuna tabella del personale
    .help = Indicare il documento con le schede; l'intestazione delle tabelle comincia con «Nome Soggetto».
R005 = Riga di personale con { $cells ->
    [1] 1 cella
   *[other] { $cells } celle
} invece di nome, relazione e percentuale: «{ $written }»{ on-sheet }
    .help = Ripristinare le tre celle nel documento.
remedy = Rimedio

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
read-rows-detail = { $accepted } accettate + { $rejected } respinte, in { $tables ->
    [1] 1 tabella
   *[other] { $tables-text } tabelle
}
read-sum = Somma degli impegni
read-tolerance = Tolleranza
read-tolerance-mixed = secondo le impostazioni di ciascun piano
read-skipped = Tralasciati
skipped-not-text = non è testo
skipped-no-plan = non contiene un piano

## Una persona

person-over = { $total }: { $difference } rispetto alla capacità di { $capacity }
person-under = { $total }: { $difference } rispetto alla capacità di { $capacity }
person-full = { $total }: { $tolerance ->
    [none] esattamente la capacità
   *[other] la capacità, entro la tolleranza di { $tolerance }
}
person-collective = { $total }: un soggetto collettivo, senza capacità
person-as-written = Scritto anche: { $names }
person-projects = { $rows ->
    [1] 1 riga
   *[other] { $rows } righe
}

## Errori

error = errore
error-missing = { $path }: non esiste. Controllare il percorso.
error-unreadable = { $path }: non si può leggere ({ $reason }).
error-not-text = { $path }: non è un documento di testo. Indicare il testo estratto dal documento (.md, .txt).
error-too-large = { $path }: supera 4 GiB. Dividere il documento.
error-no-plan = Nessun piano in { $paths }: nessun documento ha un CDR, un codice di progetto o una tabella del personale. Indicare la cartella o il documento del piano.
error-two-entities = I documenti sono di enti diversi: { $first } dice «{ $first-value }», { $second } dice «{ $second-value }». Metterli in cartelle diverse.
error-two-years = I documenti sono di anni diversi: { $first } dice { $first-value }, { $second } dice { $second-value }. Metterli in cartelle diverse.
error-settings-unreadable = { $path }: non si può leggere ({ $reason }).
error-settings-invalid = { $path }: impostazioni non valide.
error-tolerance = «{ $value }» non è una tolleranza: { $reason ->
    [negative] non può essere negativa
    [too-large] deve essere minore di 100
    [too-fine] ha più di sei decimali
   *[not-a-figure] scrivere una cifra in percentuale, come 0,5
}.
error-output = { $path }: non si può scrivere ({ $reason }).
error-analysis = L'analisi non è riuscita: { $reason }.
error-unknown-person = Nessuno si chiama «{ $name }» nel piano.
error-nearest = Nomi più vicini: { $names }.
error-many-persons = Più persone corrispondono a «{ $name }»: { $names }. Scrivere il nome per intero.
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
progress = Letti { $done } documenti su { $all }

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
command-help = Mostra questo aiuto, o quello di un comando
arg-paths = Documenti o cartelle del piano («-»: standard input; senza: la cartella corrente)
arg-name = Cognome e nome, in qualsiasi ordine; basta una parte, se è di uno solo
arg-lang = Lingua: it, en (se manca: quella del sistema, altrimenti l'italiano)
arg-format = Formato: table, json, csv; per check anche concise, una riga per segnalazione
arg-settings = File delle impostazioni (se manca: cento.toml accanto al piano o nella cartella corrente)
arg-tolerance = Scarto tollerato, in percentuale (se manca: 0)
arg-output = Scrive in un file invece che sullo standard output
arg-color = Colore: auto, always, never
arg-quiet = Solo la frase con il risultato, e lo stato d'uscita
arg-fail-on = Da quale gravità lo stato d'uscita è 1: error, warning, note, never (se manca: error)
arg-select = Solo le segnalazioni con questi codici o inizi di codice (A, D001, …)
arg-ignore = Senza le segnalazioni con questi codici o inizi di codice
arg-sha256 = Aggiunge al JSON l'impronta SHA-256 di ogni documento
arg-csv-dialect = Forma del CSV: standard; excel-it, con punto e virgola e virgola decimale
arg-help = Mostra l'aiuto
arg-version = Mostra la versione

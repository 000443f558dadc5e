# Everything that cento says in English.

## The first sentence

headline = { $plans ->
    [1] { headline-people }
   *[other] { $plans-text } plans, { headline-people }
}
headline-people = { $people ->
    [0] nobody
    [1] 1 person: { headline-statuses }
   *[other] { $people-text } people: { headline-statuses }
}
headline-statuses = { $over ->
    [0] nobody over { headline-capacity }
   *[other] { $over-text } over { headline-capacity }
}, { $full ->
    [0] nobody { headline-full }
   *[other] { $full-text } { headline-full }
}, { $under ->
    [0] nobody under
   *[other] { $under-text } under
}
headline-capacity = { $capacity ->
    [own] capacity
   *[hundred] 100%
}
headline-at-capacity = { headline-capacity }
headline-full = { $tolerance ->
    [none] exactly at { headline-capacity }
    [mixed] at { headline-capacity } within each plan's tolerance
   *[other] at { headline-capacity } (tolerance { $tolerance })
}
headline-uncertain = { $uncertain ->
    [0] { "" }
    [1] , 1 with a total that is not certain
   *[other] , { $uncertain-text } with totals that are not certain
}
headline-partly = { $partly ->
    [0] { "" }
   *[other] , { $partly-text } not fully read
}
headline-unreadable = { $rejected ->
    [0] { "" }
    [1] ; 1 row could not be read
   *[other] ; { $rejected-text } rows could not be read
}
headline-unread = { $unread ->
    [0] { "" }
    [1] ; 1 document was not read
   *[other] ; { $unread-text } documents were not read
}

## Words

status-over = over
status-over-at-times = over at times
status-under = under
status-full = at 100%
status-at-capacity = at capacity
status-full-by-rounding = at 100% by rounding
status-at-capacity-by-rounding = at capacity by rounding
status-uncertain = not certain
status-partly-read = not fully read
role-director = Director
role-organisational_position = Organisational position
role-employee = Employee
role-employee_art_90 = Employee, Art. 90
role-other = Other
role-collective = Collective
pseudonymised = Codes instead of names. Role and CDR can still identify someone.
pseudonym-person = Person { $code }
pseudonym-collective = Collective { $code }
pseudonym-vacancy = Post { $code }
pseudonym-left-out = (text left out: it may name somebody)
kind-improvement = improvement
kind-ordinary = ordinary
kind-priority = priority
kind-none = (no kind)
kind-product = Product
kind-project = Project
severity-error = error
severity-warning = warning
severity-note = note
yes = yes
no = no

column-code = Code
column-severity = Severity
column-meaning = What it means
column-weight = Weight
column-weight-project = Proj. weight
column-weight-objective = Obj. weight
column-objective = Objective
column-objective-kinds = Kind of objectives
column-objective-kind = Kind
column-indicator = Indicator
column-target = Target
column-actual = Result
column-proposed-direction = Proposed direction
column-direction = Direction
column-note = Notes
column-covered = With result
column-calculation = Calculation
column-score = Score
column-points = Points
column-reason = Why
column-group = Group
column-plan = Plan
column-person = Person
column-subject = Subject
column-roles = Role
column-cdr = CDR
column-cdrs = CDR
column-name = Name
column-director = Director
column-projects = Projects
column-sheets = Sheets
column-listed = Listed
column-sheet = Sheet
column-total = Total
column-capacity = Capacity
column-difference = Difference
column-peak = Peak
column-when = When
column-period = Period
column-from = From
column-to = To
# Of a share of a capacity, what is written.
share-of-capacity = { $share } of { $capacity }
column-written = Written
column-days = Days
column-year-percent = Over the year
column-status = Status
column-line = Line
column-page = Page
column-cell = Cell
column-place = Where
place-page = p. { $page }{ $height ->
    [top] , at the top
    [middle] , in the middle
    [bottom] , at the bottom
   *[none] {""}
}
place-line = line { $line }
column-project = Project
column-kind = Kind
column-title = Title
column-percent = Commitment
column-running = Running sum
column-rows = Rows
column-people = People
column-fte = FTE
column-objectives = Objectives
column-indicators = Indicators
column-document = Document
column-fte-director = Dir.
column-fte-organisational_position = O.P.
column-fte-employee = Emp.
column-fte-employee_art_90 = Art. 90
column-fte-other = Other
column-fte-collective = Coll.
column-fte-to-come = Vac.

without-project = (no project)
without-cdr = (no CDR)
sum = Sum

## Findings

findings-heading = Findings: { $errors ->
    [0] no errors
    [1] 1 error
   *[other] { $errors-text } errors
}, { $warnings ->
    [0] no warnings
    [1] 1 warning
   *[other] { $warnings-text } warnings
}, { $notes ->
    [0] no notes
    [1] 1 note
   *[other] { $notes-text } notes
}{ $accepted ->
    [0] { "" }
    [1] ; 1 accepted
   *[other] ; { $accepted-text } accepted
}
findings-none = No findings.

findings-more = { $more ->
    [1] one more of these findings is not shown
   *[other] { $more-text } more of these findings are not shown
}: --format json has them all, whole
places-more = { $more ->
    [1] and in one more place
   *[other] and in { $more-text } more places
}: --format json has them all

findings-in-short = Without excerpts, since there are many plans: --excerpts always shows the lines. The remedy of each: cento explain CODE.

project-with-title = { $code } “{ $title }”
in-rows = { $rows ->
    [0] in no row that counts
    [1] in 1 row
   *[other] in { $rows } rows
}
in-cdr = { $cdr ->
    [none] { "" }
   *[other] { " " }(CDR { $cdr })
}
on-sheet = { $project ->
    [none] { "" }
   *[other] , sheet { $project }
}
under-heading = { $written ->
    [none] { "" }
   *[other] , under “{ $written }”
}
under-header = { $header ->
    [none] { "" }
   *[other] , under “{ $header }”
}
would-add = { $percent ->
    [none] { "" }
   *[other] , which would add { $percent }
}
base-shown-in = { $base-unit ->
    [weekly-hours] hours a week
    [days] days a year
   *[hours] hours a year
}
base-counted-in = { $base-counted-unit ->
    [weekly-hours] hours a week
    [days] days a year
   *[hours] hours a year
}
base-key = { $base-unit ->
    [weekly-hours] hours_per_week
    [days] days_per_year
   *[hours] hours_per_year
}
in-more-rows = { $rows ->
    [1] { "" }
   *[other] , in { $rows } rows
}
not-read-nothing = it has names beside percentages, and not one row that was read
persons-more = { $persons } and { $more } more
after-sheet = { $project ->
    [none] { "" }
   *[other] , after the sheet { $project }
}
of-name = { $name ->
    [none] { "" }
   *[other] { " " }of { $name }
}

period = from { $from } to { $to }
period-and-others = { $period } and on other days
period-day = on { $day }
periods-more = { $periods } and { $more ->
    [1] one more period
   *[other] { $more } more periods
}
of-the-year = { $peak ->
    [none] { "" }
   *[other] {" "}in the mean of the year
}
at-most = { $peak ->
    [none] { "" }
   *[other] ; at most { $peak } { $peak-days }{ also-over }
}
also-over = { $other-days ->
    [none] { "" }
   *[other] {" "}(over { $other-days })
}
idle-days = { $days ->
    [none] { "" }
   *[other] ; nothing committed { $days }
}
because = { $why ->
    [none] { "" }
   *[other] . { $why }
}
quoted = “{ $text }”
rejected-rows = { $rows ->
    [1] One row with this name was not read
   *[other] { $rows } rows with this name were not read
}: { $told }{ $total ->
    [none] { "" }
   *[other] ; with { $rows ->
        [1] it
       *[other] them
    } the total would be { $total }
}.
rejected-row = { $share ->
    [none] { $code ->
        [R013] a share of several people,{ " " }
       *[other] { "" }
    }
   *[other] { $share },{ " " }
}{ $project ->
    [none] { "" }
   *[other] sheet { $project },{ " " }
}{ $place } ({ $code })
rejected-more = { $more ->
    [1] {" "}and another
   *[other] {" "}and { $more } more
}
reason-missing-sheet = The sheet of { $project } is missing, which stands in a CDR that the person leads (D001).
reason-probable-same-person = { $person } is probably the same person, and together they make the capacity (N001).
reason-leads-no-cdr = A director, who leads none of the CDRs at hand.
perhaps = { $likely ->
    [none] { "" }
   *[other] ; perhaps “{ $likely }”
}
slip = { $slip ->
    [order] only the order of the names differs
    [spacing] only the spaces differ
    [look-alike] the letters that differ look alike
    [initial] one has only the initial
    [missing-name] one lacks a name
    [suffix] only what stands beside the name differs
   *[letters] { $letters ->
        [1] the names differ by one letter
       *[other] the names differ by { $letters } letters
    }
}
same-cdr = { $same-cdr ->
    [yes] , same CDR
   *[none] { "" }
}
same-role = { $same-role ->
    [yes] , same role
   *[none] { "" }
}
accepted = { $until ->
    [none] accepted: { $reason }
   *[other] accepted until { $until }: { $reason }
}

A001 = { $person }: { $total }{ of-the-year }, { $difference } against the capacity of { $capacity }, { in-rows }{ at-most }
    .help = Compare the lines given with the sheets, and correct the percentage that is wrong.
A002 = { $person }: { $total }{ of-the-year }, { $difference } against the capacity of { $capacity }, { in-rows }{ idle-days }{ because }
    .help = { $rejected ->
        [yes] Correct in the document what was not read, and is missing to the total.
       *[no] Look for the rest in the documents of other services; if there is none, ask the director who is responsible for the sheets.
    }
A003 = { $person }: a single row of { $percent } exceeds the capacity of { $capacity }{ on-sheet }
    .help = Correct the percentage on the sheet: usually a comma is missing, or the figure is that of several people.
A004 = { $person } appears { $rows } times on the { $project ->
    [none] same sheet
   *[other] sheet { $project }
}, for { $percent } in all
    .help = Unite the rows, or correct the name in one of them.
A005 = { $person }: a commitment of 0.00%{ on-sheet }
    .help = Fill in the percentage, or delete the row.
A006 = { $name }: no commitment in the plan, with a capacity of { $capacity }{ perhaps }
    .help = Ask the director of their CDR, or correct the name.
A007 = { $person }: { $peak } { $peak-days }, over the capacity of { $peak-capacity }{ also-over }; on average over the year { $total }, { in-rows }
    .help = Compare the periods of the lines given: move one, or lower a percentage on the days that are named.
D001 = The sheet of { $project } is missing, though the summary lists it{ in-cdr }
    .help = Find the sheet and put it beside the other documents of the plan.
D002 = No summary lists the sheet { $project }{ in-cdr }
    .help = Add the project to the summary, or take the sheet out.
D003 = The sheet { $project } has no staff row{ in-cdr }{ $page ->
    [none] { "" }
   *[other] ; on page { $page } there is a picture, and what is written on it is not read
}
    .help = Fill in the staff table, or look whether the converter lost it.
D004 = { $other-document ->
    [none] The sheet { $project } stands a second time: { $rows ->
        [0] it has no staff rows
        [1] its staff row is not counted
       *[other] its { $rows } staff rows are not counted
    }{ in-cdr }
   *[other] { $document } repeats { $sheets } sheets of { $other-document }, from which they are read; { $differing ->
        [0] the rows are the same
        [1] 1 row says something else
       *[other] { $differing } rows say something else
    }
}
    .help = Take one of the two sheets out, or correct its code.
D005 = { $project-code }: the title is “{ $listed }” in the summary, “{ $on-sheet }” on the sheet
    .help = Write the same title in the summary and on the sheet.
D006 = On the sheet { $project } no row is a director's{ in-cdr }
    .help = Add the director's row, or accept that the project is led by somebody else.
D007 = The indicator { $written } stands under the objective { $objective }, with which it does not begin
    .help = Correct the code, or move the indicator to its objective.
D008 = { $rows ->
    [1] 1 staff row stands
   *[other] { $rows } staff rows stand
} under no CDR, in { $document }
    .help = Look for the heading of the CDR and correct it; codes of another form are described in cento.toml ([layout], cdr_code).
N001 = { $first } ({ $first-total }) and { $second } ({ $second-total }) are probably the same person: { slip }, never on one sheet{ same-cdr }{ same-role }; together { $merged }, { $together ->
    [full] exactly the capacity
    [under] under the capacity of { $capacity }
   *[over] over the capacity of { $capacity }
}
    .help = If they are one person, correct the name or join the two in cento.toml ([[same_person]]); if they are two, say so there ([[not_same]]).
N002 = { $one-profile ->
    [none] { $person } has several roles: { $roles }
   *[other] { $person } has two professional profiles that nobody has at a time, “{ $one-profile }” and “{ $other-profile }”: they may be two namesakes, counted as one person
}
    .help = Correct the role or the profile, or tell two namesakes apart in cento.toml ([[namesake]]) or by their personnel numbers.
N003 = { $setting ->
    [accepted] No finding { $entry } matches what is accepted
    [namesake] [[namesake]]: { $name } has no row on the project { $entry }
    [layout] [layout]: { $entry } matches nothing in the plan
    [table-several] [[layout.table]]: row { $entry } is the header of several tables, written differently: say the document or the worksheet, with an entry for each
    [table-row] [[layout.table]]: no row { $entry } can be the header of a table in the documents and worksheets that are meant
    [table-column] [[layout.table]]: the row of the header has no column “{ $entry }”
    [table-data] [[layout.table]]: row { $entry } is no header, it has a name and a figure: this entry would lose it
    [floor] [[weights.floor]] fixes nothing: no director has the project “{ $entry }”
   *[other] [[{ $setting }]]: nobody is called “{ $name }” in the plan{ perhaps }
}
    .help = Correct the entry in the settings, or take it out.
N004 = “{ $person }” is no person: { $percent } { in-rows }, not judged
    .help = Nothing, if the plan means it so.
N005 = { $person } is not in the staff file: { $percent } { in-rows }{ perhaps }
    .help = Add the person to the staff file, or join the two names in cento.toml ([[same_person]]).
N006 = “{ $name }” has characters that no name has{ perhaps }
    .help = { $lost ->
        [yes] The document lacks letters, as PDFs do that another program made anew or that were printed as PDF: ask for the one before, or make it again (“Save as PDF”) from the document that it comes from.
       *[no] Correct the name in the document, or join it with the right one in cento.toml ([[same_person]]).
    }
N007 = { $posts ->
    [1] “{ $person }” is a post for nobody yet: { $percent } { in-rows }, not judged
   *[other] “{ $person }” are { $posts } posts for nobody yet: { $percent } { in-rows }, as written and not for each, not judged
}
    .help = Nothing, if the plan means it so; otherwise write the name into the document.
N008 = { $conflict ->
    [namesakes] One name has several personnel numbers, { $numbers }: they count as different people, { $persons }
    [spellings] One personnel number, { $numbers }, has several names, { $spellings }: they count as one person, { $person-or-none }, { $percent }
    [shared] One personnel number, { $numbers }, has names that are too different to be one: { $persons }. Together they make { $percent }, and none of the totals is judged
    [told-apart] One personnel number, { $numbers }, has names that are different people's by cento.toml: { $persons }
    [parted] One personnel number, { $numbers }, stands in rows of several people, as cento.toml tells them apart: { $persons }. Together they make { $percent }, and none of the totals is judged
    [joined] { $person-or-none } has several personnel numbers, { $numbers }, and is one person by cento.toml: { $percent }
    [staff-spelling] The personnel number { $numbers } is that of { $person-or-none } in the plan and of { $name } in the staff file: they count as one person
    [staff-name] The personnel number { $numbers } is that of { $person-or-none } in the plan and of { $name } in the staff file: the total, { $percent }, is not judged
    [staff-number] { $person-or-none } has the personnel number { $numbers } in the plan and { $other-number } in the staff file: they count as different people
   *[several] { $person-or-none } has several personnel numbers: { $numbers }. Perhaps they are several people: the total, { $percent }, is not judged
}
    .help = Correct the number or the name; otherwise say it in cento.toml: one person ([[same_person]], also with the numbers: “Rossi Mario (2002)”), different people ([[not_same]]), or that it is as it should be ([[accepted]]).
R001 = Unreadable percentage “{ $written }”{ of-name }: { $fault ->
    [missing] nothing is written
    [no-sign] nothing says that it is a percentage
    [unknown-scale] the heading says percent, but no figure of the table without a sign is 2 or more, and they may be fractions of 1
    [time] it is in hours, days or months
    [of-period] it is working time of a part of the year, and it is not known whether out of that of the whole year
    [own-time] it is working time of somebody whose hours, by the staff file, change on those days, or are none
    [time-beside-capacity] it is working time, beside a capacity: it is not known whether it is a part of that or of full time
    [no-capacity] the capacity beside it is missing or cannot be read, and is not taken for 100%
    [two-capacities] the rows of this person state different capacities
    [other-capacity] the staff file states another capacity, other hours or contracts with an end for this person
    [capacity-in-part] other rows of this person state no capacity: it is not known whether they are parts of a full position, like this one, or of the person's own time
    [two-columns] another column may be the percentage, and says something else
    [no-column] no column has a heading that means a share
    [not-calculated] the formula was not calculated when the document was saved
    [negative] it is negative
    [ambiguous] the point may separate thousands or decimals
    [too-large] it is 10,000% or more
   *[not-a-figure] it is not a number
}{ on-sheet }
    .help = { $fault ->
        [no-sign] Add the percent sign in the document, or say in cento.toml whether the figures are percentages or fractions of 1: [layout], percent_scale = "percent" or "fraction".
        [unknown-scale] Say in cento.toml whether the figures are percentages or fractions of 1: [layout], percent_scale = "percent" or "fraction".
        [time] Say in cento.toml how much full time is: [layout], hours_per_year, hours_per_week or days_per_year; and the unit, if the heading does not say it: unit = "hours", "weekly-hours" or another.
        [of-period] Write the percentage that holds on those days, or the hours of a week or a month.
        [own-time] Write the percentage, or a row for each contract with its days; or correct the staff file.
        [time-beside-capacity] Write the percentage.
        [no-capacity] Write the capacity with the percent sign, as in “80 %”, or say in cento.toml what figures without a sign are: [layout], percent_scale. If the column is not that of the capacity, give its heading in cento.toml: [layout.headings], capacity.
        [two-capacities] Write one capacity on all rows of the person; if it changes within the year, write the percentage that comes of it instead of the two.
        [other-capacity] Correct one of the two; the capacity in the plan is how much of a full position it is.
        [capacity-in-part] Write the capacity beside all rows of the person, or the percentage instead of capacity and share.
        [two-columns] Leave one column only, or give its heading in cento.toml: [layout.headings], share.
        [no-column] Give the heading of the column in cento.toml: [layout.headings], share.
        [not-calculated] Open the document with Excel or LibreOffice, recalculate it and save it.
       *[other] Correct the figure in the document: digits, a comma, a percent sign, as in “12,50 %”.
    }
R002 = { $name ->
    [none] Staff row without a readable name: “{ $written }”{ on-sheet }
   *[other] A row without a personnel number may be that of several people of one name: { $persons }{ on-sheet }
}
    .help = Write the name into the document; where several people have it, the personnel number, or in cento.toml the projects of each ([[namesake]], with the number as label).
R003 = Row outside any staff table: “{ $written }”{ after-sheet }
    .help = Move it into the staff table of its sheet, or repeat the table's header above it.
R004 = { $document } has no staff table
    .help = Name the document with the sheets; the header of the tables begins with “Nome Soggetto”.
R005 = Staff row { $cells ->
    [1] with 1 cell instead of name, role and percentage
   *[other] with { $cells } cells instead of name, role and percentage
}: “{ $written }”{ on-sheet }
    .help = Restore the cells in the document.
R006 = On page { $page } there is text that is but a picture or a drawing, and was not read
    .help = Have the text recognised (OCR), or ask for the document that it was made of.
R007 = The text of page { $page } was recognised by a machine on a picture
    .help = Compare its rows with the picture.
R008 = { $page ->
    [none] The
   *[other] On page { $page } the
} rows of a table with percentages cannot be told apart: “{ $written }”
    .help = Look at the page; read the plan from a document whose tables have lines between the rows, or from a PDF exported with tags (accessible).
R009 = { $rows ->
    [1] 1 staff row stands
   *[other] { $rows } staff rows stand
} under no project that can be read{ under-heading }: { $persons }
    .help = Correct the code above the table; codes of another form are described in cento.toml ([layout], project_code).
R010 = { $base ->
    [none] The column “{ $header }” was not read: { $figures ->
        [0] { $other-year ->
            [yes] it, or those of its rows that say so, as “{ $written }”, are of another year and do not count
           *[no] words, such as “{ $written }”
        }
       *[other] dates, periods, hours, numbers or further percentages, such as “{ $written }”, which may change what the figures mean; the totals of its rows are not certain
    }
   *[other] The column “{ $header }” says another full time: { $base-amount } of “{ $base-amounts }” are { $base-part }, so { $base-shown } { base-shown-in }{ $base-rows ->
        [1] { "" }
       *[other] , as in { $base-agreeing } rows of { $base-rows }
    }; { $base ->
        [settings] the settings count
       *[header] the heading “{ $base-amounts }” counts
    } with { $base-counted } { base-counted-in }, and the totals of its rows are not certain
}
    .help = { $base ->
        [none] { $figures ->
            [0] { $other-year ->
                [yes] Nothing, if the plan's year is right; --year reads another year.
               *[no] Nothing, if it has nothing to do with the commitments: in cento.toml, [layout.headings], aside.
            }
           *[other] Say in cento.toml what it holds: [layout.headings], by its meaning or, if it has nothing to do with the commitments, aside.
        }
       *[other] If full time is that of the table, { $base ->
            [settings] write in cento.toml, [layout], { base-key } = { $base-toml }
           *[header] correct the heading
        }; if the column is about something else: [layout.headings], aside.
    }
R011 = A percentage beside a name or a role is in no row that was read: “{ $written }”{ under-header }
    .help = If it is a commitment, give the headings of the table in cento.toml ([layout.headings]); cento layout proposes them.
R012 = { $unseen ->
    [struck] Struck through
   *[hidden] Hidden
}, and not counted: { $figures ->
    [0] “{ $left }”{ in-more-rows }
   *[other] { $name ->
        [none] { $rows ->
            [1] “{ $left }”{ would-add }
           *[other] { $rows } rows{ would-add }
        }
       *[other] { $name }{ would-add }
    }
}
    .help = Show it, if it counts; take it out of the document, if it does not.
R013 = A share of several people, or of several projects, that cannot be divided: “{ $written }”{ on-sheet }
    .help = Write a row for each person and each project, each with its own percentage.
R014 = { $document }: not one row was read, although it has the header of a staff table, or names beside percentages
    .help = Look at what cento layout says of it, or read the plan from the document that it was made of.
R015 = { $document } was not read, and may hold a part of the plan: { $refusal }
    .help = Unlock it, mend it or have its text recognised; or take it out of the folder.
R016 = Nothing says that the figures below “{ $header }” and beside it are percentages, no sign, no heading and no total: { $figures ->
    [1] one figure is read
   *[other] { $figures } figures are read
} as percentages, since all of them exceed 1 and nobody's make more than 300
    .help = If they are hours or days, the totals are wrong. Write the unit above the figures, or in cento.toml: [layout] percent_scale = "percent".
R017 = The total “{ $written }” of { $name ->
    [none] “{ $header }”
   *[other] { $name }
} is not the sum of { $rows ->
    [none] its figures{ $percent ->
        [none] { "" }
       *[other] , which make { $percent }
    }
    [1] the row that it is of{ $percent ->
        [none] { "" }
       *[other] , which makes { $percent }
    }
   *[other] the { $rows } rows that it is of{ $percent ->
        [none] { "" }
       *[other] , which make { $percent }
    }
}
    .help = Totals do not count: the figures do. Correct the total, or the figure that is wrong.
R018 = Unreadable period “{ $written }”{ of-name }: { $period-fault ->
    [month-first] it would be a day only with the month before it
    [either-order] other dates of the table have the month first, and this one may, too
    [backwards] it ends before it begins
    [no-beginning] nothing says from when the months are counted
    [two-ends] two columns say two periods
    [beside] it stands beside a name, a role or a code, and may be that of something else: a contract, an absence
    [no-year] nothing says of which year the plan is
   *[not-a-date] it is no date that exists
}{ on-sheet }
    .help = { $fault ->
        [no-year] Say in cento.toml which year the plan is of: [plan], year.
        [two-ends] Leave one column, or name in cento.toml the one that does not count: [layout.headings], aside.
        [beside] If it is when the commitment holds, write it in two columns, “From” and “To”; otherwise take it away from there.
       *[other] Correct the date in the document, day, month and year, as in “31/12/2024”; leave it empty where the commitment holds all year.
    }
R019 = { $rows ->
    [1] One row holds
   *[other] { $rows } rows hold
} { $stated }, beyond the year of the plan, { $year }: { $days ->
    [none] { $rows ->
        [1] it adds
       *[other] they add
    } nothing
   *[other] { $rows ->
        [1] it counts
       *[other] they count
    } { $days }
}
    .help = { $outside ->
        [yes] Compare the dates with the year of the plan, and correct the one that is wrong; the year of the plan can be said in cento.toml: [plan], year.
       *[no] Nothing to do if the work goes on for years; otherwise correct the date.
    }
R020 = { $cells ->
    [none] The figures below “{ $header }” and the other months are read as percentages: none has the sign
   *[other] The figures without a sign below “{ $header }” and the other months are read as percentages: others have the sign
}, and nothing says that they are not hours or days
    .help = Compare a row with what is known of the person. If they are percentages, say so in cento.toml: [layout], percent_scale = "percent"; otherwise the table is no plan of commitments.
R021 = Nothing says of which year the periods of { $rows ->
    [1] 1 row
   *[other] { $rows } rows
} are: their days are counted in a year of 365
    .help = Say in cento.toml which year the plan is of: [plan], year.
R022 = “{ $header }” may say when { $rows ->
    [1] 1 row holds, which counts
   *[other] { $rows } rows hold, which count
} for all the year{ on-sheet }
    .help = If it is the period of the commitments, write it in the table in two columns, “From” and “To”{ $of-project ->
        [yes] ; if it is that of something else, accept the finding for this project in cento.toml: [[accepted]], code = "R022".
       *[no] ; if it is that of something else, there is nothing to correct.
    }
W001 = { $person }: the objectives on payment times weigh { $percent }, less than the 30% that DL 13/2023 (art. 4-bis) asks for in the result pay{ $remedy ->
    [none] { "" }
   *[other] ; this makes it: { $remedy }
}
    .help = Fix their weight, or leave it to the body's evaluation system, if that places it elsewhere.
W002 = { $person }: no project, objective or indicator of the weights is about payment times, which DL 13/2023 (art. 4-bis) wants among the objectives of the directors concerned
    .help = Give the director the objective, if they answer for the payments or are at the head of the structure; otherwise accept the finding in cento.toml ([[accepted]]).
W003 = { $person }: payment times not kept ({ $missed }); the part of the result pay that hangs on { $objective }, { $percent }, is not payable (DL 13/2023, art. 4-bis)
    .help = Compare the result with that of the platform of commercial credits; if it holds, that part is not paid. The score stays as it is.
W004 = { $missed }: { $slip ->
    [against-proposal] on line { $result-line } of the results the direction is { $given-direction }, and the words of the plan propose { $proposed-direction }
    [fraction] on line { $result-line } of the results it looks like a fraction of 1, and the target is none
    [percent-sign] on line { $result-line } of the results it is a percentage, and the target is none
    [ten-times] on line { $result-line } of the results it is ten times the target, or more
   *[tenth] on line { $result-line } of the results it is a tenth of the target, or less
}
    .help = Look at that line of the results, and correct it if it is a slip. The score is that of what is written there.
slip-direction-higher = “higher” (more is better)
slip-direction-lower = “lower” (less is better)
slip-direction-date = “date” (by the date)
slip-direction-yes-no = “yes-no”
missed-target = { $target ->
    [none] { $code }: { $actual }
   *[other] { $code }: { $actual } instead of { $target }
}
remedy = remedy

## What was read

read-heading = Read
read-plan = Plan
read-plans = Plans
read-documents = Documents
read-cdrs = CDRs
read-sheets = Sheets
read-sheets-listed = { $listed ->
    [0] no summary
    [1] 1 project in the summaries
   *[other] { $listed-text } projects in the summaries
}
read-rows = Staff rows
read-rows-detail = { $accepted } accepted + { $rejected } rejected{ $repeated ->
    [0] { "" }
    [1] { " " }(1 that repeats another)
   *[other] { " " }({ $repeated-text } that repeat others)
}, in { $tables ->
    [1] 1 table
   *[other] { $tables-text } tables
}
read-percentages = Figures with %
read-percentages-detail = { $accepted } accepted + { $rejected } rejected + { $elsewhere } elsewhere{ $unaccounted ->
    [0] { "" }
   *[other] { " " }+ { $unaccounted-text } unaccounted for
}
read-sum = Sum of commitments
read-tolerance = Tolerance
read-tolerance-mixed = as each plan's settings say
read-skipped = Left out
skipped-not-text = no text
skipped-damaged = damaged
skipped-too-large = too large
skipped-locked = locked by a password
skipped-old-word = in the .doc form of old versions of Word
skipped-old-workbook = workbook of Excel 95, or .xlsb
skipped-scanned = pages that are pictures
skipped-empty = empty
skipped-too-long = too large
skipped-no-cells = empty workbook
skipped-encrypted = encrypted
skipped-unattached = signature without the document
skipped-no-plan = holds no plan
skipped-own-output = made by cento
read-skipped-own = { $count ->
    [1] { $first } (made by cento)
   *[other] { $count } files made by cento ({ $first } …)
}

## One person

person-over = { $total }: { $difference } against the capacity of { $capacity }
person-under = { $total }: { $difference } against the capacity of { $capacity }
person-over-at-times = { $peak } { $when }: over the capacity of { $capacity }; on average over the year { $total }
person-peak = At most { $peak } { $when }
person-full = { $total }: { $tolerance ->
    [none] exactly the capacity
    [rounding] the capacity, by the rounding of its rows
   *[other] the capacity, within the tolerance of { $tolerance }
}
person-collective = { $total }: a collective subject, without capacity
person-number = Personnel number: { $number }
person-as-written = Also written: { $names }
person-at-work = A commitment without a period holds on the days in service that the staff file states
person-rounded = { $rows ->
    [1] One row has more than six decimals, and is rounded
   *[other] { $rows } rows have more than six decimals, and are rounded
}: { $places }
person-remarks = Beside the name: { $remarks }
person-projects = { $rows ->
    [1] 1 row
   *[other] { $rows } rows
}

## The weights of the directors

weights-method = Method: { $method ->
    [equal] equal; all projects of a director weigh the same
    [given] given; the weights are those of { $path }
   *[effort] effort; weight = commitment / the director's total × 100
}{ $floors ->
    [none] { "" }
   *[other] ; fixed: { $floors }
}. In hundredths, by largest remainder: every sum is exact.
weights-director = { $cdrs ->
    [none] commitments { $commitment }
   *[other] leads { $cdrs }; commitments { $commitment }
}
weights-none = No director in the plan.
weights-nothing = Nothing to weigh.
remark-leads-no-cdr = Leads none of the CDRs in the plan.
remark-no-commitment = No commitment in the plan: no weights.
remark-no-row-where-led = No row in the CDR led ({ $cdrs }): the weights are those of the other rows.
group-kind = By kind of objective
group-direction = By direction
group-strategic-objective = By strategic objective
group-cdr = By CDR
group-none = (not stated)
weights-unknown-code = { $place }: no director has “{ $code }”{ $nearest ->
    [none] .
   *[other] ; perhaps “{ $nearest }”?
}
weights-twice = { $place }: “{ $code }” has a weight already. Take one of them out.
weights-missing = { $path }: { $director } lacks the weights of { $codes }.
weights-sum = { $path }: the weights of { $of } make { $sum } instead of { $should } ({ $difference }).
weights-unknown-floor = --floor: no director has “{ $written }”{ $nearest ->
    [none] .
   *[other] ; perhaps “{ $nearest }”?
}
weights-two-floors = { $project } has two fixed weights, { $first } and { $second }. Take one out.
weights-floors = { $others ->
    [0] The fixed weights of { $director } make { $sum }, and there is no other project to take the rest.
   *[other] The fixed weights of { $director } make { $sum }: nothing is left for the other projects to share in proportion.
}
weights-bad-floor = “{ $value }” is no fixed weight: write CODE=PERCENT, from 0 to 100 with two decimals at most.
error-unknown-director = { $name ->
    [none] No director is called that in the plan.
   *[other] No director is called “{ $name }” in the plan.
}

## The scores of the directors

score-rules = Indicators: { $cap } at most; a missed deadline { $days ->
    [none] counts 0
    [1] counts 0
   *[other] loses 1/{ $days } for each day of delay
}. Objectives: { $indicators ->
    [worst] the worst of their indicators
   *[mean] mean of their indicators
}. Projects and director: weighted mean.
score-rounding = The arithmetic is exact: ≈ marks what is rounded to two places, half up, for reading. What has no result does not count.
score-director = { $cdrs ->
    [none] { "" }
   *[other] { "leads " }{ $cdrs }{ "; " }
}{ $covers ->
    [nothing] no score: the only results are of projects that weigh 0.00%
    [all] score { $score }
   *[some] score { $score } on { $covered } of the weight ({ $points } points)
}
score-not-payable = Not payable: { $share } of the result pay, since payment times were not kept (DL 13/2023, art. 4-bis); of the { $points } points { $rest } are left
score-nothing = { $count ->
    [1] No result, and so no score: { $names }.
   *[other] No result, and so no score, for { $count } directors: { $names }.
}
score-uncounted = { $count ->
    [1] One result counts for no director, since none is committed to the project: { $codes }.
   *[other] { $count } results count for no director, since none is committed to the project: { $codes }.
}
score-missing = Without a result, { $weight } of the weight: counted neither as 0 nor as 100.
score-capped = { $step }, { $cap } at most
score-at-least = { $step }, 0 at least
score-at-most = { $step }: { $cap }
score-given-target = { $target } (by the results)
score-on-time = on time
score-late = { $days ->
    [1] 1 day late
   *[other] { $days } days late
}{ $all ->
    [none] { "" }
   *[other] { " " }of { $all }
}
score-as-asked = as planned
score-not-as-asked = not as planned
score-mean-of-many = mean of { $count } indicators
score-worst-of-many = the worst of { $count } indicators
score-weighted-of-many = weighted mean of { $count } objectives
missing-no-result = no result
missing-no-indicator = the objective has no indicators
missing-no-objective = the project has no objectives
score-other-plans = { $count ->
    [1] One line of the results is of another plan and does not count here: { $path }
   *[other] { $count } lines of the results are of other plans and do not count here: { $path }
}
score-template = Fill in “direction” (higher, lower, date or yes-no; “proposed_direction” is only a proposal) and “actual”; then: cento score PLAN --results FILE
score-template-workbook = Fill in, on each sheet, “Direction” (from the list; “Proposed direction” is only a proposal) and “Result”; then: cento score PLAN --results FILE
error-no-results = The results are missing: state --results FILE. The file to be filled in is written by --template.
error-results = { $count ->
    [1] Error in a line of the results:
   *[other] Errors in { $count } lines of the results:
}
error-results-more = { $count ->
    [1] … and one more.
   *[other] … and { $count } more.
}
error-cap = --cap: “{ $value }” will not do. Write a percentage above 0 and up to 1000, such as 120.
result-no-indicator = the code of the indicator is missing (column “code”).
result-merged = the result of { $indicator } stands in a merged cell. Write it in the row of each indicator.
result-no-direction = { $indicator } has a result and no direction. Write higher (more is better), lower (less is better), date (on the day or before) or yes-no under “direction”.
result-unknown-direction = “{ $written }” is not a direction. Write higher, lower, date or yes-no.
result-unreadable-actual = { $sort ->
    [date] “{ $written }” is not a date: write it as 31/12/2024.
    [yes-no] “{ $written }” is neither yes nor no.
    [ambiguous] “{ $written }” can be read in two ways, with decimals or with thousands: write it without the mark between thousands, or with another number of decimals (1000, or 1.0).
   *[other] “{ $written }” is not a number that can be used: write it as 1234.5.
} If there is no result, leave “actual” empty.
result-unknown-plan = no plan is called “{ $written }” (here: { $plans }). Correct or empty the column “plan”.
result-unknown-indicator = { $nearest ->
    [none] no indicator of the plan is called “{ $indicator }”. `cento score PLAN --template` lists them all.
   *[other] no indicator of the plan is called “{ $indicator }”; “{ $nearest }” perhaps?
}
result-several-indicators = “{ $indicator }” is the code of several indicators ({ $objectives }). Say which in the columns “project”, “objective” and “title”, or correct the code in the plan.
result-several-plans = “{ $indicator }” is in several plans ({ $plans }). Say which in the column “plan”.
result-twice = “{ $indicator }” has a result on line { $first } already. Remove one.
result-no-target = “{ $indicator }” has no target in the plan. Write it in the column “target”.
result-unreadable-target = { $sort ->
    [date] the target of “{ $indicator }”, “{ $written }”, is not a date.
    [ambiguous] the target of “{ $indicator }”, “{ $written }”, is ambiguous: the point may separate thousands or decimals.
   *[other] the target of “{ $indicator }”, “{ $written }”, is not a single number.
} Write it in the column “target”.
result-wrong-direction = { $direction ->
    [date] the target of “{ $indicator }”, “{ $written }”, is not a date: the direction is another.
   *[other] the target of “{ $indicator }”, “{ $written }”, is not a number: the direction is another.
}
result-another-target = “{ $indicator }”: the target here is “{ $written }”, in the plan “{ $in-plan }”. Are these the results of this plan? Correct or empty “target”.
result-nothing-to-reach = “{ $indicator }”: with a target of { $target } the ratio means nothing. Choose lower, or yes-no.

## The pictures

chart-page = page { $number } of { $of }
chart-source = Source: { $plan }{ $documents ->
    [none] { "" }
   *[other] , { $documents }
}. Drawn by cento.
chart-source-plan = PEG { $year }, { $entity }
chart-documents = { $more ->
    [1] { $first } and another document
   *[other] { $first } and { $more } other documents
}
chart-capacity = capacity 100%
chart-own-capacity = capacity
chart-nothing = nothing committed
chart-nothing-read = no row read
chart-continued = (continued)
chart-people-none = nobody
chart-people-full = { $people ->
    [1] the only person is { $limit ->
        [hundred] at 100%
       *[capacity] at capacity
    }
    [2] both people are { $limit ->
        [hundred] at 100%
       *[capacity] at capacity
    }
   *[other] all { $people } people are { $limit ->
        [hundred] at 100%
       *[capacity] at capacity
    }
}
chart-people-under = nobody over { $limit ->
    [hundred] 100%
   *[capacity] capacity
}, { $under } of { $people ->
    [1] 1 person
   *[other] { $people } people
} under
chart-people-over = { $over } of { $people ->
    [1] 1 person
   *[other] { $people } people
} over { $limit ->
    [hundred] 100%
   *[capacity] capacity
} ({ $over ->
    [1] { $most }
   *[other] up to { $most }
}{ people-times }), nobody under
chart-people-both = { $over } of { $people ->
    [1] 1 person
   *[other] { $people } people
} over { $limit ->
    [hundred] 100%
   *[capacity] capacity
} ({ $over ->
    [1] { $most }
   *[other] up to { $most }
}{ people-times }), { $under } under
chart-people-none-off = nobody over or under { $limit ->
    [hundred] 100%
   *[capacity] capacity
}
people-times = { $times ->
    [0] { "" }
   *[other] { $over ->
        [1] , on some days alone
       *[other] ; { $times } on some days alone
    }
}
chart-people-partly = { $partly ->
    [0] { "" }
   *[other] , { $partly } not fully read
}
chart-people-subtitle = { $scope }. Commitment by person and project; the largest differences first.
chart-people-range = Rows { $first }–{ $last } of { $all }.
chart-group-over = { $limit ->
    [hundred] Over 100%
   *[capacity] Over capacity
} – { $count ->
    [1] 1 person
   *[other] { $count } people
}
chart-group-uncertain = Total not certain – { $count ->
    [1] 1 person
   *[other] { $count } people
}
chart-group-partly = Not fully read – { $count ->
    [1] 1 person
   *[other] { $count } people
}
chart-group-under = { $limit ->
    [hundred] Under 100%
   *[capacity] Under capacity
} – { $count ->
    [1] 1 person
   *[other] { $count } people
}
chart-group-full = { $limit ->
    [hundred] Exactly 100.00%
   *[capacity] Exactly at capacity
} – { $count ->
    [1] 1 person
   *[other] { $count } people
}
chart-group-tolerated = { $limit ->
    [hundred] At 100%, within { $tolerance }
   *[capacity] At capacity, within { $tolerance }
} – { $count ->
    [1] 1 person
   *[other] { $count } people
}
chart-group-collective = { $others ->
    [vacancy] { $count ->
        [1] Vacant post – not a person
       *[other] Vacant posts – not people
    }
    [both] Collective subjects and vacant posts – not people
   *[collective] { $count ->
        [1] Collective subject – not a person
       *[other] Collective subjects – not people
    }
}
chart-legend-others = Other projects ({ $count })
chart-legend-elsewhere = Commitments in other CDRs
chart-legend-over = { $limit ->
    [hundred] What exceeds 100%
   *[capacity] What exceeds the capacity
}
chart-legend-peak = Peak, on some days
chart-legend-under = { $limit ->
    [hundred] What is missing to 100%
   *[capacity] What is missing to the capacity
}
chart-legend-capacity = { $limit ->
    [hundred] Capacity, 100%
   *[capacity] Capacity
}
chart-total-and-peak = { $total } · peak { $peak }
chart-note-means = Shares, totals and FTE are means of the year: what holds for a part of the year counts by its days. Whoever is over on some days alone is over, too.
chart-note-same = “{ $first }” ({ $first-total }) and “{ $second }” ({ $second-total }) are perhaps one person written in two ways: together they would make { $merged }. They stay apart, as in the document, until somebody confirms it.
chart-note-there = { $percent } in CDR { $cdr }
chart-note-there-many = { $percent } in { $count } other CDRs
chart-note-elsewhere = { $here } in this CDR and { $there }: the total counts all CDRs.
chart-note-collective = Collective subject: not a person, and not counted among the people.
chart-note-vacancy = A post for nobody yet: no person, and not counted among the people.
chart-note-uncertain = Total not certain: a column that may change it was not read (R010), or name and personnel number do not agree (N008).
chart-note-headcount = Collective subject with a capacity of { $capacity }: not counted among the people.
chart-note-capacity = The capacity is { $capacity }, as the staff file or the documents state it.
chart-note-partial = The document may cover only a part of the services: whoever also works elsewhere may seem to be under 100% here.
chart-note-cut = The scale ends at 200%: a bar with a white cut goes on, and its number counts.
chart-note-difference = { $limit ->
    [hundred] Difference = Total − 100.00.
   *[capacity] Difference = Total − capacity.
}
chart-note-least = A difference other than zero is at least 0.8 mm wide even where it would be invisible to scale: the numbers count.
chart-note-tolerance = Tolerance: { $tolerance }.
chart-note-rejected = { $rejected ->
    [1] Of { $seen } staff rows one could not be read and does not count here: cento check says which.
   *[other] Of { $seen } staff rows { $rejected } could not be read and do not count here: cento check says which.
}
chart-note-unread = { $count ->
    [1] One document that may hold a part of the plan was not read, and does not count here: { $names }.
   *[other] { $count } documents that may hold a part of the plan were not read, and do not count here: { $names }.
}
chart-note-exact-classes = The classes take no account of the tolerance.
chart-fte = FTE = sum of the percentages / 100.
chart-fte-by-time = FTE = percentage / 100 × hours / full time × months / 12.
chart-people-alt = Stacked bars of everybody's commitments by project, up to the capacity and beyond. { $title }.{ $told ->
    [none] { "" }
   *[other] { " " }{ $partly ->
        [0] Not at capacity, or collective
       *[other] Not at capacity, not fully read, or collective
    }: { $told }.
}{ $full ->
    [none] { "" }
   *[other] { " " }At capacity: { $full }.
}
chart-months = Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec
chart-timeline-over = { $over } of { $people ->
    [1] 1 person
   *[other] { $people } people
} over { $limit ->
    [hundred] 100%
   *[capacity] capacity
}{ $always ->
    [all] { " " }all year, at most { $most }
    [0] { " " }on some days, at most { $most }
   *[other] , { $always } of them all year; at most { $most }
}
chart-timeline-none = nobody over { $limit ->
    [hundred] 100%
   *[capacity] capacity
} on any day{ $under ->
    [0] { "" }
   *[other] , { $under } of { $people ->
        [1] 1 person
       *[other] { $people } people
    } under it on some days
}
chart-timeline-subtitle = { $scope }. Commitment day by day{ $year ->
    [none] { "" }
   *[other] { " " }in { $year }
}; whoever exceeds the capacity most comes first.
chart-timeline-over-when = over { $when }{ $more ->
    [0] { "" }
   *[other] , …
}
chart-timeline-all-year = all year
chart-timeline-run = { $when } ({ $most })
chart-timeline-told = { $name } { $total }{ $over ->
    [none] { "" }
   *[other] , over { $over }
}{ $under ->
    [none] { "" }
   *[other] , under { $under }
}
chart-timeline-alt = A band of twelve months for each person: commitments day by day, up to the capacity and beyond. { $title }.{ $told ->
    [none] { "" }
   *[other] { " " }{ $told }.
}{ $full ->
    [none] { "" }
   *[other] { " " }At capacity all year: { $full }.
}
chart-note-timeline = Height = sum of that day's commitments; Total = mean of the year by days; Peak = the day of the greatest commitment.
chart-note-timeline-cut = The scale ends at 200%: a band with a white cut goes on, and its number counts.
chart-note-timeline-least = What exceeds or is missing is visible even where it would be invisible to scale: the numbers count.
chart-no-parts = No commitment holds for a part of the year alone: timeline has nothing to show, people shows the totals.
chart-share = Share
chart-normalised = Normalised weight
chart-others = Other projects
chart-gap = difference { $gap }
chart-continues = (continued)
chart-total-projects = { $count ->
    [1] Total of one project
   *[other] Total of { $count } projects
}
chart-total-person = Total per person
chart-total-head = Total (%)
chart-other-projects = { $count ->
    [1] One other project
   *[other] { $count } other projects
}
chart-one-project = Project { $code }
chart-two-projects = Projects { $first } and { $last }
chart-some-projects = Projects { $first }–{ $last }
chart-many-projects = { $count } projects
chart-no-cdr = no CDR
chart-weights-title = { $name }: { $total } on { $count } projects; project { $code } weighs { $weight }
chart-weights-tie = { $name }: { $total } on { $count } projects; none weighs more than { $weight }
chart-weights-one = { $name }: { $total } on one project alone, { $code }
chart-several-cdrs = { $count } CDRs
chart-weights-subtitle = { $cdrs ->
    [none] Leads none of the CDRs in the plan.
    [unknown] { "" }
    [several] Director of { $led }.
   *[other] Director of { $led }.
} { $bars ->
    [weight] Commitment and weight by project; the bars are the weights.
   *[both] Commitment and normalised weight by project.
}
chart-weight = Weight
chart-note-weights = { $method ->
    [given] Method: given. The weights are those of a list: the column sums to exactly 100.00.
    [equal] Method: equal. All projects of the director weigh the same, by largest remainder: the column sums to exactly 100.00.
    [equal-with-floors] Method: equal, with fixed weights. The other projects share { $rest } equally, by largest remainder: the column sums to exactly 100.00.
    [effort-with-floors] Method: effort, with fixed weights. The other projects share { $rest } in proportion to the commitment, by largest remainder: the column sums to exactly 100.00.
   *[effort] Method: effort. Weight = commitment / { $total } × 100, by largest remainder: the column sums to exactly 100.00.
}
chart-note-fixed = Fixed weight.
chart-note-sole = One project alone weighs 100.00, whatever the commitment: the full bar is the weight.
chart-note-matrix-whole = The title counts the FTE in the CDR ({ $here }); the table also those of the same people elsewhere ({ $all } in all).
chart-note-shifted = Weight moved by 0.01 from ordinary rounding, so that the sum makes 100.00.
chart-note-project-of = Project of { $cdr }.
chart-weights-alt = Table with bars: the weights of a director's projects. { $title }. Weights: { $told }.
chart-projects-title = Project { $code } takes { $fte } FTE of { $all }: { $share }
chart-projects-tie = No project takes more than { $fte } FTE of { $all }
chart-projects-subtitle = { $shown ->
    [1] The only project with staff.
   *[other] The { $shown } projects with most staff, of { $all }.
} { $fte }
chart-projects-alt = Table with bars: the staff of the projects in FTE. { $title }. { $told }.
chart-note-distinct = Different people: who works on several projects counts once.
chart-note-plus-collective = Besides the collective subject “{ $name }”, counted in FTE and not among the people.
chart-note-plus-to-come = Besides { $fte } FTE of vacant posts, counted in FTE and not among the people.
chart-note-share = Share = FTE / total, by largest remainder: the column sums to exactly 100.00.
chart-cdrs-title = { $name }: { $fte } FTE of { $all }, { $share } of the total
chart-cdrs-one = { $name }: { $all } FTE
chart-cdrs-tie = no CDR has more than { $fte } FTE of { $all }
chart-cdrs-subtitle = { $count ->
    [1] { $scope }: one CDR, by role.
   *[other] { $scope }: { $count } CDRs, by role.
} { $fte }
chart-cdrs-alt = Stacked bars: the staff of the CDRs in FTE, by role. { $title }. { $told }.
chart-note-collective-fte = “{ $name }” counts { $fte } FTE
chart-note-collectives = { $count ->
    [1] { $said } in the document but is not a person: counted in FTE, not among the people.
   *[other] { $said } in the document but are not people: counted in FTE, not among the people.
}
chart-note-to-come = Vacant posts: { $said }{ $more ->
    [0] { "" }
    [1] {" "}and another
   *[other] {" "}and { $more } others
}; counted in FTE, not among the people.
chart-note-several = { $count ->
    [1] { $name } is in several CDRs ({ $cdrs }): counted in each, and once in the total.
   *[other] { $count } people are in several CDRs: counted in each, and once in the total.
}
roles-director = Directors
roles-organisational_position = Organisational positions
roles-employee = Employees
roles-employee_art_90 = Employees, Art. 90
roles-other = Others
roles-collective = Collective subject
roles-to-come = Vacant posts
roles-head-director = Directors
roles-head-organisational_position = Org. pos.
roles-head-employee = Employees
roles-head-employee_art_90 = Art. 90
roles-head-other = Others
roles-head-collective = Collective
roles-head-to-come = Vacant
chart-distribution-title = { $all ->
    [true] { $people ->
        [1] the only person is exactly { $limit ->
            [hundred] at 100%
           *[capacity] at capacity
        }
        [2] both people are exactly { $limit ->
            [hundred] at 100%
           *[capacity] at capacity
        }
       *[other] all { $people } people are exactly { $limit ->
            [hundred] at 100%
           *[capacity] at capacity
        }
    }
   *[other] { $people ->
        [1] the only person is { $over ->
            [0] under
           *[other] over
        } { $limit ->
            [hundred] 100%
           *[capacity] capacity
        }
       *[other] { $exact ->
            [0] none of { $people } people is
            [1] 1 of { $people } people is
           *[other] { $exact } of { $people } people are
        } exactly { $limit ->
            [hundred] at 100%
           *[capacity] at capacity
        }, { $under ->
            [0] none under
           *[other] { $under } under
        }, { $over ->
            [0] none over
           *[other] { $over } over
        }
    }
}
chart-distribution-subtitle = { $scope }. People by class of their total; in “100.00 exactly” exact totals alone.
chart-class-over = over { $from }
chart-class-exact = { $exact } exactly
chart-names-more = { " " }{ $more ->
    [1] and one more
   *[other] and { $more } more
}
chart-note-people-share = Share of people, by largest remainder: it sums to exactly 100.00.
chart-note-without = { $count ->
    [1] Without the collective subject { $names }.
   *[other] Without the collective subjects { $names }.
}
chart-note-without-some = { $count ->
    [1] Without { $names }: not a person, with a total that is not certain, or not fully read.
   *[other] Without { $names }: not people, with totals that are not certain, or not fully read.
}
chart-note-of-capacity = For whoever has another capacity, the total is in percent of it.
chart-note-peak-classes = Whoever is over, on some days alone or not, is in the class of their peak.
chart-distribution-alt = Histogram: how many people by class of their total. { $title }. { $told }.
chart-account-title = { $sum ->
    [none] { $name }: { $rows ->
        [0] no commitment that counts
        [1] one commitment, { $total }
       *[other] { $rows } commitments make { $total }
    }
   *[other] { $name }: { $sum } = { $total }
}{ $state ->
    [uncertain] , total not certain
    [partly] , not all was read
    [at-times] , over on some days (peak { $peak })
    [over] , { $gap } over
    [under] , { $gap } missing
   *[other] { "" }
}
chart-account-subtitle = { $cdrs ->
    [none] { "" }
   *[other] { $cdrs }.{ " " }
}Every row of the document, in order, up to the total.
chart-note-account = Line = line of the source document in which the percentage is read. The sums are exact, without rounding.
chart-note-account-year = Line = line of the source document in which the percentage is read. Over the year a commitment counts by its days; means are shown rounded at six places, the total is the exact sum, rounded once.
chart-account-alt = Waterfall: one person's commitments, row by row. { $title }.{ $told ->
    [none] { "" }
   *[other] { " " }{ $told }.
}{ $peak ->
    [none] { "" }
   *[other] { " " }{ $peak }.
}
chart-matrix-few-title = { $about }: { $fte } FTE of { $all } are on project { $code }
chart-matrix-few-tie = { $about }: none of { $projects } projects has more than { $fte } FTE of { $all }
chart-matrix-few-one = { $about }: { $fte } FTE
chart-matrix-few-subtitle = { $scope }. Percentage committed, { $people ->
    [1] 1 subject
   *[other] { $people } subjects
} by { $projects ->
    [1] 1 project
   *[other] { $projects } projects
}; empty cells: no commitment.
chart-matrix-many-title = { $about }: { $one ->
    [0] none of { $people } people on one project alone
   *[other] { $one } of { $people } people on one project alone
}{ $group ->
    [true] { " " }of these
   *[other] { "" }
}
chart-matrix-many-subtitle = { $scope }, { $group ->
    [true] projects { $projects }
   *[other] all projects
}. Percentage committed; empty cells: no commitment.
chart-matrix-several = On several projects{ $group ->
    [true] { " " }of those in columns
   *[other] { "" }
} – { $count ->
    [1] 1 person
   *[other] { $count } people
}
chart-matrix-one = On one project alone{ $group ->
    [true] { " " }of those in columns
   *[other] { "" }
} – { $count ->
    [1] 1 person
   *[other] { $count } people
}
chart-matrix-none = On other projects alone – { $count ->
    [1] 1 person
   *[other] { $count } people
}
chart-matrix-nothing = Nothing committed – { $count ->
    [1] 1 person
   *[other] { $count } people
}
chart-note-matrix-few = Projects by FTE; equal ones as in the document.
chart-note-matrix-many = { $group ->
    [true] Other projects: commitments of the same people outside these.{ " " }
   *[other] { "" }
}
chart-matrix-alt = Matrix of everybody's commitments by project. { $title }. { $told }.
error-no-use = { $option } is of no use to { $kinds }: it is for { $for }.
chart-written = { $count ->
    [1] 1 picture in { $path }
   *[other] { $count } pictures in { $path }
}
chart-lacking = Characters that the font lacks, replaced in the pictures: { $path }
error-no-folder = Pictures go into a folder: state it with -o FOLDER.
error-no-report-folder = The report is a folder: state it with -o FOLDER.
error-not-a-folder = { $path } is there already and is no folder. Choose another with -o.
error-working-folder = { $path } is the folder that is being worked in, or holds it: it cannot be replaced. Choose another with -o.
error-foreign-in-report = { $path } is no part of a report: the folder stays as it is. Move the file away, or choose another folder with -o.
error-changed = { $path } was changed after the report was written: the folder stays as it is. Save the changes and repeat with --force, or choose another folder with -o.
error-unknown-kind = No picture is called “{ $kind }”. There are: { $known }.
error-nothing-to-draw = There is nothing in the plan to draw.
error-width = --width-cm: “{ $value }” will not do. Write a width from 12 to 42 cm, such as 16.
error-unknown-cdr = No CDR has the code “{ $code }”. There are: { $known }.
error-unknown-project = { $nearest ->
    [none] No project has the code “{ $code }”. `cento projects` lists them all.
   *[other] No project has the code “{ $code }”; “{ $nearest }” perhaps?
}
error-busy = Another cento{ $process ->
    [none] {""}
   *[other] {" "}(process { $process })
} is writing to { $path } already: nothing was touched. Wait until it is done and repeat the command, or choose another place with -o.
error-other-plan = { $path } is a picture of another plan, or of this one when it lay elsewhere: it is not overwritten. Choose another folder, give the plan a label of its own ([plan] label in cento.toml), or --force.
error-foreign = { $path } is there and not by cento: it is not overwritten. Choose another folder, or --force.
role-short-director = Dir.
role-short-organisational_position = Org. pos.
role-short-employee = Empl.
role-short-employee_art_90 = Art. 90
role-short-other = other
role-short-collective = coll.
role-short-vacancy = vac.
role-long-director = director
role-long-organisational_position = organisational position
role-long-employee = employee
role-long-employee_art_90 = employee under art. 90 TUEL
role-long-other = another relation
role-long-collective = collective subject
role-long-vacancy = vacant post

## The report

report-written = { $count } files in { $path }
report-skip = Skip to the content
report-contents = Contents
report-section-deviations = Who is over, who is under, and why
report-section-findings = Findings
report-section-people = All people
report-section-cdrs = CDRs
report-section-projects = Projects
report-section-weights = Weights of the directors
report-section-pictures = Pictures
report-section-read = How it was read
report-no-deviations = Nobody is over or under their capacity.
report-no-reason = The plan does not say why.
report-quoted = “{ $text }”
report-reason-leads-no-cdr = A director who leads none of the CDRs in the plan.
report-people = people
report-over = over
report-full = at 100%
report-under = under
report-partly-read = not fully read
report-places = { $count ->
    [1] Where it is written, and what to do
   *[other] Where it is written ({ $count } lines), and what to do
}
report-search = Search a name
report-all = all
report-all-roles = all
report-count = { $n } of { $all } subjects
report-note-people = Who works in several CDRs is counted in each: the people do not add up.
report-in-words = In words
report-settings = Settings
report-staff = Staff file
report-weights = Given weights
report-names = Names
report-date = Date
report-bytes = Bytes
report-lines = Lines
report-sha256 = SHA-256
report-footer = Made with cento { $version }. The page asks nothing of the network: the data stay where the file is.
report-without-parquet = compiled without Parquet: `cargo install --path . --features parquet` adds it; the same rows are in rows.csv
xlsx-readme = Read me
xlsx-finding = Result
xlsx-people = People
xlsx-people-about = One row per subject: total, capacity, difference, status.
xlsx-rows = Detail
xlsx-rows-about = A commitment a row, with the document and the line in which it is written.
xlsx-cdrs = CDRs
xlsx-cdrs-about = People and FTE by CDR.
xlsx-projects = Projects
xlsx-projects-about = People and FTE by project.
xlsx-weights = Weights
xlsx-weights-about = The evaluation weights of each director. { $method }
xlsx-findings = Findings
xlsx-findings-about = The findings, the gravest first, with what to do.
xlsx-control = Control
xlsx-control-about = Adds up the rows of Detail again, by a formula; “Agrees” says whether it gives the same total. Excel works in binary numbers: the figures of rows.csv are authoritative.
xlsx-number = No.
xlsx-agreement = Agrees
xlsx-agrees = yes
xlsx-differs = NO
xlsx-remedy = What to do
xlsx-accepted = Accepted
xlsx-no-director = No director
xlsx-filled-in-by = To be filled in on the sheet of { $name }.
xlsx-directions = higher: more is better; lower: less is better; date: by the day that is planned; yes-no: done or not.
# The words that the results are read by.
direction-higher = higher
direction-lower = lower
direction-date = date
direction-yes-no = yes-no
error-date = --date: “{ $value }” is not a date: write it as 2026-11-25.

## Errors

error = error
error-missing = { $path }: does not exist. Check the path.
error-unreadable = { $path }: cannot be read ({ $reason }).
error-not-text = { $path }: not a text document. Name the document as .pdf, .docx, .odt, .xlsx, .ods, .xls, .md or .txt.
error-no-table = { $path }: this is no table that can be read. Save it as CSV, .xlsx, .ods or .xls.
columns-passed-over = { $path }: { $count ->
    [1] one column is not needed and not read
   *[other] { $count } columns are not needed and not read
} ({ $names })
sheets-passed-over = { $path }: { $count ->
    [1] one sheet has no header that is needed and is not read
   *[other] { $count } sheets have no header that is needed and are not read
} ({ $names })
unseen-sheets-passed-over = { $path }: { $count ->
    [1] one sheet has the header that is needed, but is hidden or struck, and is not read
   *[other] { $count } sheets have the header that is needed, but are hidden or struck, and are not read
} ({ $names })
error-damaged = { $path }: the document is damaged. Open it in the program it was made with, and save it again.
error-locked = { $path }: locked by a password. Open it, and save it without one.
error-old-word = { $path }: in the .doc form of old versions of Word. Open it, and save it as .docx.
error-old-workbook = { $path }: a workbook of Excel 95, or a binary one (.xlsb). Open it, and save it as .xlsx.
error-no-cells = { $path }: the workbook is empty. If formulas give its values, open it, let it calculate them, and save it again.
error-encrypted = { $path }: encrypted. Decrypt it with the program for signatures, and name the document.
error-unattached = { $path }: holds the signature, but not the document that was signed. Name the document.
error-own-output = { $path } was made by cento. Name the document of the plan.
error-too-large = { $path }: too large for a plan: a file may have 256 MB, each part of a document 64 MB when it is opened, a workbook 2 million cells. Save the part with the plan alone.
error-scanned = { $path }: its pages are pictures or drawings, without text. Recognise the text (OCR) and try again, or ask for the document that they were made of.
error-empty = { $path }: there is nothing in it. Name the document that holds the plan.
error-too-long = { $path }: it is too large for a plan, or made so that reading it does not end. Check the document, or save it again with another program.
error-no-plan = No plan in { $paths }: no document has a CDR, a project's code or a staff table. Name the folder or document of the plan.
error-no-plan-layout = If there are tables, “cento layout” with the same path shows which, and proposes the headings that have them read.
error-two-entities = The documents are those of different bodies: { $first } says “{ $first-value }”, { $second } says “{ $second-value }”. Put them into different folders.
error-two-years = The documents are those of different years: { $first } says { $first-value }, { $second } says { $second-value }. Put them into different folders.
fault-syntax = the content is not valid: { $reason }.
fault-not-text = not a text file.
fault-unknown-key = “{ $key }” means nothing here{ $nearest ->
    [none] .
   *[other] ; perhaps “{ $nearest }”?
} Valid: { $valid }.
fault-missing-column = the column “{ $column }” is missing.
fault-cells = the line has { $written } cells, the header { $expected }.
fault-empty = { $column } is missing.
fault-floor-of-nothing = [[weights.floor]] needs the code or the title of a project, not both.
fault-column-twice = the column “{ $column }” stands twice (as “{ $first }” and as “{ $second }”). Keep one.
fault-doubted-column = column { $number }{ $column ->
    [none] , without a heading,
   *[other] , “{ $column }”,
} { $why ->
    [percentages] holds percentages, and does not say of what
    [shares] holds figures that may be capacities, and no column says these
    [part-time] speaks of part-time work or of percentages, and no column says the hours
    [days] says from when or until when something holds, and it is not known what
    [dates] holds days, and it is not known whether contracts begin or end on them
    [absent] says that somebody is not there, and no column says from when
   *[heading] is about capacity, working time or days of service, and it is not known how to read it
}. Call it by what it holds ({ $valid }); if it is not needed, take it out or call it “note”.
fault-not-a-period = “{ $period }” is no period; write it with day, month and year, for instance “from 2026-03-01 to 2026-12-31”, or in two columns, “from” and “to”.
fault-working-times-differ = { $hours } hours of { $full } are not { $share } % of full time. Correct the one or the other, or write the hours of full time in full_time_hours.
fault-part-time-of-how-much = “{ $value }” does not say how much of the time. Write it as “Full time”, “Part-time 50 %” or “18/36”, or add the hours of a week (weekly_hours).
fault-fraction = { $column }: “{ $value }” may be a fraction or a percentage. Write it with the sign, as “80 %”.
fault-too-few-names = [[{ $entry }]] needs at least two different names.
fault-name-twice = “{ $name }” stands in two entries that cannot both hold. Take one of them out.
fault-staff-twice = “{ $name }” stands twice. If they are two namesakes, write the personnel number of each, or “{ $name } (label)”, with the labels that they have in cento.toml ([[namesake]]); if they are two contracts, say when each begins and ends (columns “from”, “to”).
fault-number-twice = the personnel number { $number } stands on line { $first } already. Remove or correct one of them; of two contracts, say when each begins and ends (columns “from”, “to”).
fault-contracts-overlap = two lines of “{ $name }” hold on the same days. Correct beginning and end, so that one follows the other.
fault-ends-before = it ends on { $to }, before it begins, on { $from }.
fault-months-and-days = both months and days of beginning or end are written. Keep the ones or the others.
fault-quote = the quotation marks are not closed.
fault-no-name = the name is missing.
fault-headcount = a collective is at least 1 person.
fault-no-project = [[namesake]] needs at least one project.
fault-too-many = { $section } has more than { $most } headers, or forms of codes: every line of the plan is compared with each. Codes that are written in more ways have one form, with “#”, “@” and “*”.
fault-unknown-code = no finding has the code “{ $code }”{ $nearest ->
    [none] .
   *[other] ; perhaps “{ $nearest }”?
}
fault-accepted-of-nothing = [[accepted]] needs a person or a project.
fault-no-column = “{ $column }” is no column: write its letters (“B”) or its number (2), up to BL (64).
fault-two-meanings = the column “{ $column }” has two meanings.
fault-recipe-of-nobody = [[layout.table]] needs the column of the name (person), or those of surname and first name (surname and first_name).
fault-recipe-of-nothing = [[layout.table]] needs the column of the share (share), that of the working time (hours) or that of a share of a capacity (split, with capacity): one of these alone.
fault-pattern = “{ $pattern }” does not tell a code from a word: “#” is a digit, “@” a letter, “*” one or more of either, any other sign itself; there must be a digit, or a sign that is no letter, as in “OB.##”.
fault-not-a-date = “{ $date }” is no date; write, for instance, 2026-12-31.
fault-figure = “{ $value }” is no figure for { $column }.
fault-two-readings = “{ $value }” can be read in two ways, with decimals or with thousands. Write { $column } without the mark between thousands, or with another number of decimals (1000, or 1.0).
fault-torn-figure = “{ $value }” and “{ $next }” in two cells side by side: in a file between commas it may be “{ $value },{ $next }” for { $column }. Write the figure with its comma between quotation marks, or put semicolons between the cells.
fault-more-than-full-time = { $hours } weekly hours are more than the { $full } of full time. Write the hours of a week (weekly_hours), and in full_time_hours those of full time where they are not 36.
fault-merged = { $column } stands in a merged cell: nobody can tell whether the value is meant for each row or for all of them together. Write it in each row.
fault-unseen = { $column } is hidden or struck. Show the row if it counts, delete it if it does not.
error-short-key = { $path }: the key is too short; it takes at least { $bytes } bytes, chosen at random.
error-poor-key = { $path }: the key is one character over and over; it takes one chosen at random.
error-output-is-input = { $path } is a file that is read: the output would replace it. Choose another name for -o.
error-exists = { $path } is there already. Take it away, or name another file with --output.
error-several-plans = The command is about one plan, and here are several: { $folders }. Name one.
error-excerpts-needed = The layout shows parts of the documents, which may name somebody: the command does not go with --pseudonymise.
error-names-needed = The settings hold the names: the command does not go with --pseudonymise.
error-tolerance = “{ $value }” is no tolerance: { $reason ->
    [negative] it cannot be negative
    [too-large] it must be less than 100
    [too-fine] it has more than six decimals
   *[not-a-figure] write a figure in percent, such as 0.5
}.
error-output = { $path }: cannot be written ({ $reason }).
error-analysis = The analysis failed: { $reason }.
error-unknown-person = { $name ->
    [none] Nobody is called that in the plan.
   *[other] Nobody is called “{ $name }” in the plan.
}
error-nearest = Nearest names: { $names }.
error-many-persons = { $name ->
    [none] Several people match the name: { $names }. Write the whole of it.
   *[other] Several people match “{ $name }”: { $names }. Write the whole name.
}
error-codes = “{ $value }” is not the code of a finding, nor the beginning of one. The codes: { $codes }.
error-format = The format “{ $format }” is not made by this command: { $formats }.
usage-unknown-argument = unknown argument “{ $argument }”{ $suggestion ->
    [none] .
   *[other] ; perhaps “{ $suggestion }”?
} Help: { $help }
usage-unknown-command = unknown command{ $command ->
    [none] .
   *[other] { " " }“{ $command }”{ $suggestion ->
        [none] .
       *[other] ; perhaps “{ $suggestion }”?
    }
} Help: { $help }
usage-invalid-value = “{ $value }” will not do for { $argument }{ $valid ->
    [none] .
   *[other] ; values: { $valid }.
} Help: { $help }
usage-missing-argument = { $argument } is missing. Help: { $help }
usage-twice = { $argument } is given twice. Help: { $help }
usage-conflict = { $argument } and { $prior } do not go together. Help: { $help }
progress = { $done } documents of { $all } read
progress-pictures = { $done } pictures of { $all } drawn

## What the findings mean

explain-what = What it finds
explain-why = Why it matters
explain-do = What to do
findings-page = Findings
findings-page-about = Every finding has a code that never changes. `cento explain CODE` says the same as this page, which is made of it (`cento explain --page`).
findings-page-example = a plan that shows it

## Settings to begin with

settings-written = Wrote { $path }
init-about =
    The settings of cento for this plan. They are kept beside its documents.
    What follows a hash does not count: take it away to make it hold.
init-entity = The body, where the documents do not state it.
init-check =
    By how much a total may miss the capacity, in percent;
    from which severity on the exit status is 1: "error", "warning", "note", "never".
init-same-person = { $pairs ->
    [0] Names that are one person, who is shown by the first. The plan suggests none.
   *[other] Names that are one person, who is shown by the first. The plan suggests (N001):
}
init-not-same = Names that are alike and belong to different people.
init-namesake = Two people of one name: this one has the rows on these projects.
init-collective = Names that are several people; with their number, the capacity is known.
init-accepted = Findings that are settled: they stay listed as accepted, until the day that is given.
init-layout =
    How the plan is written, where cento does not know it (“cento layout DOCUMENT” says so and proposes the lines). In the
    forms of codes # is a digit, @ a letter, * one or more of either. Figures without % are percentages ("percent") or
    fractions of 1 ("fraction"); or working time: "hours", "monthly-hours", "weekly-hours", "days", divided by the full
    time said below; "person-months", divided by 12; "fte".
init-table =
    A table that no heading tells, read by its places: the row of the header and the columns, by the letters of the worksheet or by
    their number; also document, worksheet, page and last_row.

## Help

help-about = Reads a municipality's management plan and checks, for every person, that the commitments add up to one hundred.
help-usage = Usage
help-commands = Commands
help-arguments = Arguments
help-options = Options
help-after = Exit status: 0 nothing to report, 1 findings (errors, or from --fail-on on), 2 not finished.
command-check = Is anybody over or under? The findings, and the people who are not at 100%
command-people = Every subject: role, CDRs, projects, total, difference
command-person = One person's account, row by row
command-projects = FTE and people per project
command-cdrs = FTE and people per CDR and role
command-rows = All the staff rows
command-weights = The evaluation weights of each director: projects, objectives, indicators
command-score = The score of each director, from the results of the indicators
command-chart = The pictures for reports, PNG or SVG
command-report = A folder with everything: page, workbook, rows, findings, pictures
command-explain = What a finding means, why it matters, what to do
command-settings = The settings of a plan (cento.toml)
command-settings-init = Writes a commented cento.toml with what the plan suggests
command-layout = What was recognised of a document: headings, codes, figures; and what is missing
command-help = Show this help, or that of a command
arg-paths = Documents or folders of the plan ("-": standard input; none: the current folder)
arg-name = Surname and name, in any order; a part will do if it is one person's
arg-codes = Codes or beginnings of codes (A, D001, …); without, the list of all
arg-page = All as a page in Markdown
arg-director = Only this director
arg-level = How far: project, objective, indicator (default: project)
arg-group-by = Subtotals: kind, direction, strategic-objective, cdr
arg-method = Method of the weights: effort (in proportion to the commitments), equal (the same for each project)
arg-weights = Weights given in a table (CSV, XLSX, ODS): code; weight_percent, and director where needed
arg-floor = A project's fixed weight: CODE=PERCENT; the others share the rest
arg-results = Results of indicators in a table (CSV, XLSX, ODS): code, direction, actual (--template prepares it)
arg-template = Writes the file to be filled in: a row for each indicator, with title and target; CSV or, with -o FILE.xlsx, a sheet for each director
arg-indicators = Objective from its indicators: mean, worst
arg-cap = What an indicator counts at most, in percent (if missing: 100)
arg-days-to-zero = A day that has passed goes down to 0 within so many days (if missing: at once)
arg-score-level = How far: project, objective, indicator (if missing: indicator)
arg-kinds = Which, between commas: people, timeline, matrix, weights, fte-cdrs, fte-projects, distribution, person, all
arg-by = people, timeline: a picture for each CDR (cdr)
arg-cdr = people, timeline, matrix, weights: these CDRs alone
arg-projects = matrix: these projects alone, also by the short code
arg-person = person, timeline: the account, or the year, of this person; may be repeated
arg-title = Another title, instead of the finding
arg-width-cm = Width in centimetres (if missing: 16)
arg-dpi = Dots per inch of the PNG (if missing: 300)
arg-force = Overwrites also files that are not by cento
arg-force-changed = Replaces also files of the report that were changed
arg-date = Date to write into the report (YYYY-MM-DD; if missing: none)
arg-lang = Language: it, en (otherwise that of the system, otherwise Italian)
arg-format = Format: table, json, csv; for check also concise, one line for each finding
arg-settings = Settings file (otherwise cento.toml beside the plan or in the current folder)
arg-staff = The staff file (CSV, XLSX, ODS): everybody's capacity, hours and months
arg-pseudonymise = Codes instead of names, in everything that is written (role and CDR can still identify someone)
arg-key = With --pseudonymise: a file with a secret key, which gives the same person the same code in every plan
arg-year = The plan's year, where tables hold more than one (default: that of the documents)
arg-tolerance = Tolerated difference, in percent (otherwise 0)
arg-output = Write to this file instead of standard output (chart and report: into this folder)
arg-color = Colour: auto, always, never
arg-quiet = Only the sentence with the result, and the exit status
arg-fail-on = From which severity on the exit status is 1: error, warning, note, never (otherwise error)
arg-select = Only the findings with these codes or beginnings of codes (A, D001, …)
arg-ignore = Without the findings with these codes or beginnings of codes
arg-excerpts = Lines of the document under each finding: auto (up to 20 plans), always, never
arg-sha256 = Add each document's SHA-256 to the JSON
arg-csv-dialect = Form of the CSV: standard; excel-it, with semicolons and decimal commas
arg-help = Show help
arg-version = Show the version

## The layout

layout-headers = Staff tables
layout-scales = Figures
layout-overlooked = Not read, though they look like staff
layout-others = Other tables
layout-trials = With the lines proposed below, tried on the documents, these would be read:
layout-trial =
    { $plan }: { $rows ->
        [1] 1 row
       *[other] { $rows } rows
    } instead of { $before }, { $rejected ->
        [0] none rejected
       *[other] { $rejected } rejected
    }; { $people ->
        [1] 1 person
       *[other] { $people } people
    }, totals from { $least } to { $greatest }, { $over ->
        [0] nobody over the capacity
       *[other] { $over } over the capacity
    }{ $unjudged ->
        [0] { "" }
       *[other] , of { $unjudged } it cannot be said
    }
layout-quoted = “{ $words }”
layout-base-shown =
    From the document: { $amount } of “{ $amounts }” are { $part } of “{ $parts }”, so full time is { $full } { $unit ->
        [weekly-hours] hours a week
        [days] days a year
       *[hours] hours a year
    }.
    { $rows ->
        [1] The only row that has both figures says so
       *[other] { $rounded ->
            [yes] All { $rows } rows that have both figures say so, within what was rounded
           *[no] { $agreeing ->
                [1] 1 row says so
               *[other] { $agreeing } rows say so
            } of { $rows } that have both figures
        }
    }: to be checked.
layout-base-unknown = The document does not say how much full time is: { $full } is but an example, to be replaced by that of the body.
layout-work-two = { $place }: any of the columns { $headings } may be the commitment, and none is proposed. Say which in cento.toml: [layout.headings], hours.
layout-work-disputed = { $place }: { $amounts } and { $parts } do not tell how much full time is ({ $examples }), and nothing is proposed. Ask whoever made the table, and say it in cento.toml: [layout], hours_per_year, hours_per_week or days_per_year.
layout-work-example = { $amount } for { $part } would make { $full }
layout-work-between = The tables do not all have the same full time: { $bases }. None is proposed: read them one at a time, each with a cento.toml of its own.
layout-held-back =
    { $plan }: what would have more rows read ({ $rows } instead of { $before }) is not proposed, since { $why ->
        [over] { $name }, of whom something is read already, would go from { $was } to { $would }, over the capacity. See whether the tables say the same commitment twice; if not, read them one at a time, each with a cento.toml of its own
        [new-over] { $count ->
            [1] 1 person
           *[other] { $count } people
        } of whom nothing is read yet would be over the capacity: the figures are probably no commitments, or full time is another
       *[otherwise] rows that are read already would be read otherwise
    }.
layout-proposal = To be put into cento.toml, once checked:
layout-complete = Nothing seems to be missing.
layout-incomplete = Not everything was read, and no line of cento.toml that can be guessed would read it: “cento check” says what is missing, and where.
layout-form-text = text
layout-form-pages = pages
layout-form-workbook = workbook
column-form = Form
column-summaries = Summaries
column-tables = Tables
column-rows-accepted = Rows read
column-rows-rejected = Rejected
column-heading = Heading
column-meaning-of = Taken for
column-samples = Samples
column-taken-for = Taken for
column-headings = Headings
column-signed = With %
column-bare = Without %
column-scale = Those without % are
meaning-person = name
meaning-surname = surname
meaning-first_name = first name
meaning-role = role
meaning-share = commitment
meaning-capacity = capacity
meaning-split = share of the capacity
meaning-hours = working time
meaning-project = project code
meaning-title = project title
meaning-cdr = CDR code
meaning-cdr_name = CDR name
meaning-director = director
meaning-number = personnel number
meaning-from = beginning
meaning-to = end
meaning-period = period
meaning-duration = length in months
meaning-aside = nothing to do with commitments
meaning-unread-words = not read
meaning-unread-figures = not read, and could change the figures
meaning-looks-like = not known: looks like { $meaning }
table-summary = list of projects
table-indicators = indicators
table-unread-matrix = not read: has a column for each of several shares
table-unread-money = not read: speaks of money
table-unread-no-shares = not read: has people, but no percentages
table-unread-no-people = not read: has no people
scale-none = –
scale-percent-settings = percentages: cento.toml says so
scale-percent-figures = percentages: too large for fractions of 1
scale-percent-heading = percentages: the heading says so
scale-fraction-settings = fractions of 1: cento.toml says so
scale-hours-settings = hours of a year, divided by those in cento.toml
scale-hours-heading = hours, divided by those in the heading
scale-monthly-hours-settings = hours of a month, divided by a twelfth of those in cento.toml
scale-monthly-hours-heading = hours of a month, divided by those in the heading
scale-weekly-hours-settings = hours of a week, divided by those in cento.toml
scale-weekly-hours-heading = hours of a week, divided by those in the heading
scale-days-settings = days of a year, divided by those in cento.toml
scale-days-heading = days, divided by those in the heading
scale-person-months-settings = person-months, divided by 12: cento.toml says so
scale-person-months-heading = person-months, divided by 12: the heading says so
scale-fte-settings = full-time equivalents (1 is 100%): cento.toml says so
scale-fte-heading = full-time equivalents (1 is 100%): the heading says so
scale-unknown-no-sign = not known: nothing says that they are percentages
scale-unknown-unknown-scale = not known: the heading says percent, but they may be fractions of 1
scale-unknown-time = hours, days or months: no percentages

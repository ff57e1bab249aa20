# The words for the codes of the closed lists, app/domain/src/catalogue. A message is named after its list and its code.
# Labels of RSIT, NIS2 and STIX are those instruments' own; every .hint is our description.

## What is notified

notice-kind-incident = An incident
    .hint = Something happened to systems or data in your State.
notice-kind-threat = A threat
    .hint = Something could happen, and others may want to prepare.
notice-kind-near-miss = A near miss
    .hint = Something would have happened, but was stopped in time.

exercise-real = It happened
exercise-exercise = It is an exercise
    .hint = It will say so wherever it is shown.

status-ongoing = Ongoing
    .hint = It is still causing harm or may spread.
status-contained = Contained
    .hint = It can spread no further; services may not be back yet.
status-resolved = Resolved

determination-suspected = Suspected
    .hint = There are signs, and nothing is certain.
determination-confirmed = Confirmed
    .hint = It is certain that it happened.
determination-blocked = Blocked
    .hint = It was tried, and a protection stopped it.
determination-failed-attempt = Failed attempt
    .hint = It was tried, and failed by itself.
determination-false-positive = False alarm
    .hint = It was not an incident after all.

## Kind of incident (Reference Security Incident Taxonomy)

rsit-class-abusive-content = Abusive Content
rsit-class-malicious-code = Malicious Code
rsit-class-information-gathering = Information Gathering
rsit-class-intrusion-attempts = Intrusion Attempts
rsit-class-intrusions = Intrusions
rsit-class-availability = Availability
rsit-class-information-content-security = Information Content Security
rsit-class-fraud = Fraud
rsit-class-vulnerable = Vulnerable
rsit-class-other = Other
rsit-class-test = Test

rsit-type-spam = Spam
    .hint = Bulk messages nobody asked for.
rsit-type-harmful-speech = Harmful Speech
    .hint = Harassment, threats or incitement against people.
rsit-type-violence = (Child) Sexual Exploitation/Sexual/Violent Content
    .hint = Unlawful sexual or violent material. Describe it; never attach it.
rsit-type-infected-system = Infected System
    .hint = A machine runs malicious software.
rsit-type-c2-server = C2 Server
    .hint = A machine from which malicious software takes its orders.
rsit-type-malware-distribution = Malware Distribution
    .hint = An address from which malicious software is spread.
rsit-type-malware-configuration = Malware Configuration
    .hint = An address that hosts settings for malicious software.
rsit-type-scanner = Scanning
    .hint = Systems were probed for weaknesses.
rsit-type-sniffing = Sniffing
    .hint = Traffic was listened to.
rsit-type-social-engineering = Social Engineering
    .hint = People were tricked into telling or doing something.
rsit-type-ids-alert = Exploitation of Known Vulnerabilities
    .hint = Somebody tried to use a weakness that is publicly known.
rsit-type-brute-force = Login Attempts
    .hint = Passwords or keys were guessed, many at a time.
rsit-type-exploit = New Attack Signature
    .hint = Somebody tried to use a weakness not known before.
rsit-type-privileged-account-compromise = Privileged Account Compromise
    .hint = An administrator’s account was taken over.
rsit-type-unprivileged-account-compromise = Unprivileged Account Compromise
    .hint = An ordinary account was taken over.
rsit-type-application-compromise = Application Compromise
    .hint = A program was made to do what it should not.
rsit-type-system-compromise = System Compromise
    .hint = A whole machine or network was taken over.
rsit-type-burglary = Burglary
    .hint = Somebody broke in physically.
rsit-type-dos = Denial of Service
    .hint = A service was overwhelmed from one place.
rsit-type-ddos = Distributed Denial of Service
    .hint = A service was overwhelmed from many places at once.
rsit-type-misconfiguration = Misconfiguration
    .hint = A wrong setting took a service down.
rsit-type-sabotage = Sabotage
    .hint = Equipment or a service was damaged on purpose.
rsit-type-outage = Outage
    .hint = A service failed without anybody’s intent, as in a storm.
rsit-type-unauthorised-information-access = Unauthorised Access to Information
    .hint = Somebody read what was not for them.
rsit-type-unauthorised-information-modification = Unauthorised Modification of Information
    .hint = Data was changed or made unusable. Ransomware belongs here.
rsit-type-data-loss = Data Loss
    .hint = Data is gone.
rsit-type-data-leak = Leak of Confidential Information
    .hint = Data that was to stay inside is outside.
rsit-type-unauthorised-use-of-resources = Unauthorised Use of Resources
    .hint = Machines were used for somebody else’s purposes, such as mining.
rsit-type-copyright = Copyright
    .hint = Works or software were offered or used without licence.
rsit-type-masquerade = Masquerade
    .hint = Somebody posed as a person or body they are not.
rsit-type-phishing = Phishing
    .hint = Somebody posed as a trusted party to obtain credentials.
rsit-type-weak-crypto = Weak Cryptography
    .hint = A public service uses encryption that can be broken.
rsit-type-ddos-amplifier = DDoS Amplifier
    .hint = A public service can be used to overwhelm others.
rsit-type-potentially-unwanted-accessible = Potentially Unwanted Accessible Services
    .hint = A service is reachable by everyone, probably by mistake.
rsit-type-information-disclosure = Information disclosure
    .hint = A public service tells more than it should.
rsit-type-vulnerable-system = Vulnerable System
    .hint = A system has a known weakness that was not mended.
rsit-type-other = Uncategorised
    .hint = None of the others fits.
rsit-type-undetermined = Undetermined
    .hint = Not known yet.
rsit-type-test = Test
    .hint = Only to see whether the channel works.

techniques-social-engineering = Social engineering, phishing included
techniques-ddos = Denial of service, distributed or not
techniques-identity-theft = Identity theft
techniques-data-encryption-for-impact = Encryption of data, as by ransomware
techniques-resource-hijacking = Use of machines for other purposes
techniques-data-exfiltration-and-manipulation = Taking or changing data
techniques-data-destruction = Destroying data
techniques-defacement = Defacement
techniques-supply-chain-attack = Attack through a supplier
techniques-other = Another technique

root-cause-malicious-actions = Malicious actions
root-cause-process-failure = A process failed
root-cause-system-failure = A system failed
root-cause-human-error = Human error
root-cause-external-event = An event outside, such as a flood

## Whom and what it touched

sectors-energy = Energy
sectors-transport = Transport
sectors-banking = Banking
sectors-financial = Financial market infrastructures
sectors-health = Health
sectors-drinking-water = Drinking water
sectors-waste-water = Waste water
sectors-digital-infrastructure = Digital infrastructure
sectors-ict-services = ICT service management (business-to-business)
sectors-public-administration = Public administration
sectors-space = Space
sectors-courier = Postal and courier services
sectors-waste-management = Waste management
sectors-chemical = Manufacture, production and distribution of chemicals
sectors-food = Production, processing and distribution of food
sectors-manufacturing = Manufacturing
sectors-digital-providers = Digital providers
sectors-research = Research
sectors-other = Another sector

yes-no-yes = Yes
yes-no-no = No

## How serious it is

severity-S5 = S5 – National emergency
    .hint = Essential services are down for long, or lives or national security are at risk.
severity-S4 = S4 – Severe
    .hint = Serious harm to central government, essential services, many people or the economy.
severity-S3 = S3 – High
    .hint = Serious harm to a large organisation or to regional or local government.
severity-S2 = S2 – Medium
    .hint = Harm to a medium-sized organisation, or a large one at considerable risk.
severity-S1 = S1 – Low
    .hint = Harm to a small organisation, or a medium-sized one at considerable risk.
severity-S0 = S0 – Baseline
    .hint = Hardly any harm; worth knowing about.

external-impact-economic = Economy
external-impact-emergency-services = Emergency services
external-impact-foreign-relations = Foreign relations
external-impact-national-security = National security
external-impact-public-confidence = Public confidence
external-impact-public-health = Public health
external-impact-public-safety = Public safety

## What was done about it

assistance-none = None
assistance-offered = Offered
    .hint = Your State can help others who are affected.
assistance-requested = Requested
    .hint = Your State asks others for help.

others-informed-police = Police
others-informed-csirt = Incident response team (CSIRT)
others-informed-data-protection-authority = Data protection authority
others-informed-national-cybersecurity-agency = National cyber security agency
others-informed-other = Somebody else

## Answers

withhold-reason-security = Security
    .hint = It would help an attacker.
withhold-reason-ongoing-investigation = Ongoing investigation
    .hint = It could harm an investigation.
withhold-reason-third-party = Belongs to a third party
    .hint = It is somebody else’s to tell.
withhold-reason-personal-data = Personal data
    .hint = It would identify a person.
withhold-reason-not-available = Not available
    .hint = Your State does not have it to give.

fidelity-second = To the second
fidelity-minute = To the minute
fidelity-hour = To the hour
fidelity-day = To the day
fidelity-month = To the month
fidelity-year = To the year

## Regional groups of the United Nations

regional-group-african = African States
regional-group-asia-pacific = Asia-Pacific States
regional-group-eastern-european = Eastern European States
regional-group-latin-american-and-caribbean = Latin American and Caribbean States
regional-group-western-european-and-others = Western European and other States
regional-group-none = Not a member of a regional group

## Languages, in English; their names in themselves are in app/domain/src/catalogue/languages.rs

language-ar = Arabic
language-en = English
language-es = Spanish
language-fr = French
language-ru = Russian
language-zh = Chinese
language-bg = Bulgarian
language-cs = Czech
language-da = Danish
language-de = German
language-el = Greek
language-et = Estonian
language-fi = Finnish
language-ga = Irish
language-hr = Croatian
language-hu = Hungarian
language-it = Italian
language-lt = Lithuanian
language-lv = Latvian
language-mt = Maltese
language-nl = Dutch
language-pl = Polish
language-pt = Portuguese
language-ro = Romanian
language-sk = Slovak
language-sl = Slovenian
language-sv = Swedish
language-am = Amharic
language-az = Azerbaijani
language-be = Belarusian
language-bn = Bengali
language-bs = Bosnian
language-dv = Divehi
language-dz = Dzongkha
language-fa = Persian
language-he = Hebrew
language-hi = Hindi
language-hy = Armenian
language-id = Indonesian
language-is = Icelandic
language-ja = Japanese
language-ka = Georgian
language-kk = Kazakh
language-km = Khmer
language-ko = Korean
language-ky = Kyrgyz
language-lo = Lao
language-mk = Macedonian
language-mn = Mongolian
language-ms = Malay
language-my = Burmese
language-ne = Nepali
language-no = Norwegian
language-ps = Pashto
language-si = Sinhala
language-sq = Albanian
language-sr = Serbian
language-sw = Swahili
language-th = Thai
language-tr = Turkish
language-uk = Ukrainian
language-ur = Urdu
language-vi = Vietnamese

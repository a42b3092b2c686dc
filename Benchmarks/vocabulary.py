"""What the invented modules are made of: sections, roles and pieces of sentences in plain English.

Nothing here is guidance. The pieces are put together by chance, so that only their amount and their shape mean anything.
"""

SECTIONS = {
    "first-contact": "First contact",
    "listening-well": "Listening well",
    "knowing-the-offer": "Knowing the offer",
    "making-a-referral": "Making a referral",
    "money-and-housing": "Money and housing",
    "company": "Company and belonging",
    "moving-more": "Moving more",
    "green-places": "Green places",
    "caring-for-others": "Caring for others",
    "notes-and-consent": "Notes and consent",
    "the-team": "Looking after the team",
    "learning-from-figures": "Learning from figures",
}

# Each takes a plain "s" in the plural.
ROLES = [
    "GP", "GP trainee", "GP partner", "Locum GP", "Practice nurse", "Nurse practitioner", "Nurse associate", "Phlebotomist",
    "Healthcare assistant", "Paramedic", "Pharmacist", "Pharmacy technician", "Physiotherapist", "Podiatrist", "Dietitian",
    "Occupational therapist", "Physician associate", "Health visitor", "District nurse", "School nurse", "Counsellor",
    "Mental health practitioner", "Link worker", "Senior link worker", "Health coach", "Care coordinator", "Care navigator",
    "Receptionist", "Lead receptionist", "Document clerk", "Practice manager", "Deputy practice manager", "Data officer",
    "Summariser", "Medical student", "Nursing student", "Midwifery student", "Apprentice", "Volunteer", "Patient partner",
]

DOING = [
    "Asking about", "Talking about", "Hearing about", "Noticing", "Writing down", "Planning for", "Sharing", "Reviewing",
    "Beginning with", "Coming back to", "Making room for", "Finding help with",
]
TOPICS = [
    "rent arrears", "a damp flat", "losing a partner", "a quiet week", "an empty diary", "a new baby", "long shifts",
    "a sore back", "poor sleep", "the school run", "a first walk", "the allotment", "a choir", "a shared lunch",
    "the bus fare", "a fear of crowds", "caring for a parent", "a change of worker", "a missed visit", "the waiting list",
    "a benefit letter", "the first phone call", "a worried neighbour", "a second language", "hearing loss",
    "a phone that is out of credit", "leaving hospital", "time alone", "the winter months", "a group that closed",
]
PLACES = [
    "at the front desk", "on the telephone", "in a short appointment", "at home", "at a review", "in the waiting room",
    "after the clinic", "with an interpreter", "in a group", "by letter", "in a new job", "at the team meeting",
]

HEADINGS = [
    "What this is about", "Before you begin", "How to open", "What to listen for", "What to say next", "When to stop",
    "When to fetch somebody", "What people tell us", "What gets in the way", "Working it out together", "The next step",
    "What to write down", "Who else needs to know", "Coming back to it", "If it does not go well", "What we do not know",
    "For your next meeting", "Looking after yourself", "A word about time", "On the way home", "If somebody is listening in",
    "When the plan changes",
]
WHO = [
    "the link worker", "the receptionist", "the nurse", "the GP", "a colleague", "the care coordinator", "the volunteer",
    "the practice manager", "somebody from the group", "the person who took the call", "a new member of the team",
    "the pharmacist", "the health coach", "whoever opened the conversation",
]
DOES = [
    "asks what a good week would look like", "waits until the person has finished",
    "repeats the plan in the person's own words",
    "offers two choices and leaves room for neither", "rings back on the day that was agreed",
    "writes one plain sentence in the record",
    "checks that the group still meets", "walks to the room with the person", "finds out how the person would get there",
    "says what will happen next and when", "asks who else ought to know", "puts the leaflet away and listens",
    "names the worry and asks if that is right", "agrees a first step small enough for a bad day",
    "tells the team what came of it", "notes what the person does not want", "looks up the address before the visit",
    "asks for an interpreter and not for a cousin", "keeps the promise or says early that it cannot be kept",
    "thanks the person for saying it",
]
WHEN = [
    "before anything is suggested", "at the end of the call", "on the same day", "in the first few minutes",
    "when the waiting room is full", "after a missed visit", "once the door is closed", "at the next review",
    "even on a busy morning", "before the form is filled in", "as soon as trust allows", "when the family is in the room",
    "in the week that follows", "without looking at the screen",
]
CONDITIONS = [
    "the person looks at the door", "the story changes", "nobody picks up the telephone", "the group is full",
    "the bus does not run on that day", "money is the real worry", "a child is in the room", "you are not sure what you heard",
    "the person has been sent from place to place", "a colleague has already tried", "the answer is no",
    "the form asks more than you need to know",
]
ADVICE = [
    "ask one open question and then be quiet", "say plainly what you can do and what you cannot",
    "leave the offer open for another day",
    "stop and fetch the duty clinician", "ask what helped the last time", "write down the person's own words",
    "find out what would make the first visit easier", "tell the person who will see the note", "agree who will ring whom",
    "look for something nearer home", "take the worry to your supervisor", "go back to what matters to the person",
    "keep the first step small", "check the day and the time before you send anybody", "offer to come along once",
    "read the note before you ring", "use the word that the person used", "do not promise a place that you have not checked",
]
REMARKS = [
    "Most of this takes less time than it seems to.", "A short silence is often enough.",
    "Nobody has to take up an offer to be treated well.", "A leaflet is not a conversation.",
    "It helps to know one name in each place you send people to.", "What is not written down will be asked again.",
    "A no today may be a yes in the spring.", "The first visit is the hardest one.",
    "Being early with bad news is a kindness.", "A plan on paper is easier to keep than a plan in the head.",
    "Some weeks nothing moves, and that is no failure.", "We learn more from the people who stopped coming.",
    "The building may be harder to enter than the conversation.", "A lift, a coat or a bus fare can decide it.",
    "People hear the tone before the words.", "The team needs to hear how it ended.",
]
SAID = [
    "I did not think anybody would ask.", "I would go if somebody came with me the first time.",
    "It is the evenings that I mind.", "I have told this three times already.",
    "I am not a joiner, but I do like to mend things.",
    "The money has to come first.", "You are the first one who wrote it down.", "I will think about it, if that is all right.",
    "I used to sing.", "It is two buses, and one of them does not come.",
]
STEPS = ["Open", "Listen", "Agree", "Write down", "Introduce", "Ring back", "Review", "Tell the team"]
OBJECTIVES = [
    "Open the conversation with a question that cannot be answered with yes.", "Say when something else comes first.",
    "Describe the next step in one sentence.", "Explain who sees the note.", "Name a place that is open this week.",
    "Recognise when to fetch a clinician.", "Agree a first step with the person.", "Close the loop with the team.",
]

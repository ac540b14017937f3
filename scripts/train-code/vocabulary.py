"""Small vocabularies that generate.py makes texts of."""


def _lines(text):
    return [line.strip() for line in text.strip().split("\n")]


WORDS = """report order window kitchen server cache update invoice garden record session worker
client index module backup driver request queue signal button storage account customer market
river paper system node cluster planner budget music history travel school weather football
health energy review support ticket shop catalog archive engine network filter channel parser
monitor gateway project release branch summary contract delivery warehouse region harbour""".split()
NAMES = """Anna Bert Carla David Emma Femke Giulia Hans Ingrid Jan Karin Lars Maria Nils Olga Pieter
Quentin Rosa Sven Tom Ursula Victor Wilma Yusuf Zoe Fatima Mehmet Chen Aiko Priya Kofi Elena""".split()
PLACES = ["Utrecht", "Turku", "Lund", "New York", "Köln", "Lyon", "Sevilla", "Bari", "Kraków", "Oslo",
          "Gent", "Leeds", "Porto", "San José", "Wien", "Tampere", "Den Haag", "Aix-en-Provence"]
FOODS = ["flour", "butter", "eggs", "bloem", "suiker", "melk", "boter", "Zucker", "Mehl", "Salz",
         "beurre", "farine", "sel et poivre", "aceite de oliva", "cebolla", "pomodori", "basilico",
         "smör", "mjölk", "maito", "sokeri", "baking powder", "olive oil", "fresh parsley", "cream",
         "red onions", "garlic", "rice", "chicken thighs", "dark chocolate", "lemon juice", "honey"]
UNITS = ["g", "ml", "cup", "cups", "tbsp", "tsp", "el", "tl", "EL", "dl", "c. à s.", "kg", "snufje", "oz"]
STEPS = ["finely chopped", "diced", "melted", "at room temperature", "peeled", "to taste"]
GOODS = ["apples", "pencils", "tickets", "marbles", "books", "clips", "cookies", "stickers", "chairs",
         "bottles", "eggs", "cards", "dollars", "hours", "pages", "miles", "fish", "flowers"]
ACTIONS = _lines("""
    Call the plumber about the leak
    Update the address in the customer file
    Preheat the oven to 180 °C
    Open het dossier en kies "Wijzigen"
    Add tests for the new parser
    Remove the old settings page
    Send the invoice before Friday
    Book a table for six (Saturday, 19:30)
    Check that all parts are in the box
    Show the list of files
    Bring a pot of water to the boil; add salt
    Meeting with the board: budget 2026
    Vul het formulier in en stuur het terug
    Lege das Dokument in den Ordner
    Sla de wijzigingen op
    Ajouter le sucre et bien mélanger
    Print the version and exit
    Fix crash when the list is empty
    Keep the cursor where it was after a reload
    Write output to FILE instead of the screen
    Werk de planning bij (zie mail van maandag)
    Comprar pan, leche y huevos
    Handle missing values in the import
    Ignore files that match the pattern
    Improve the wording of the error message
    List all services and their state
    Ripeti fino alla fine
    Tilaa uudet kortit ja vie vanhat pois
    Boka resan till Stockholm
    Return the form to the front desk""")
PHRASES = _lines("""
    Thanks, that helps a lot!
    I am not sure what you mean.
    Yes, I think so too.
    Can we move the meeting to Thursday at 10?
    Dat is goed, ik kijk er morgen naar.
    Het pakket is gisteren bezorgd bij de buren.
    Sorry, ik begrijp de vraag niet helemaal.
    Natürlich, ich schicke dir die Unterlagen gleich.
    Das Wetter ist heute wirklich schön.
    Je ne sais pas encore si je peux venir.
    Merci beaucoup pour votre réponse rapide.
    No te preocupes, mañana lo miramos juntos.
    Tengo dos hermanos y una hermana.
    Va bene, ci vediamo domani alle otto.
    Non ho ancora ricevuto il pacco.
    Det var roligt att höra!
    Jag ringer dig i morgon bitti.
    Kiitos, tämä riittää minulle.
    En ole varma, mutta luulen niin.
    My order number is 4471 and it has not arrived yet.
    lol no way
    ok see you later :)
    The server was down for two hours last night.
    We had a great time at the beach (even with the rain).
    I'd like a refund, please - the colour is wrong.
    Hartelijk dank voor uw bericht; wij nemen binnen 2 dagen contact op.
    Vi ses på fredag, ha det bra!
    Nie wiem, zapytam jutro w biurze.
    Obrigado pela ajuda, até amanhã.
    The capital of France is Paris.
    Honey never spoils; it can last for centuries.
    An ostrich can run faster than a horse!
    Good morning! How can I help you today?
    It's about 12 km from here, 20 minutes by bike.
    Could you please check whether the invoice has been paid?
    No, I have never been there.
    Спасибо, до завтра!
    Я не знаю, где находится вокзал.
    好的，明天见。
    我们下周再讨论这个问题。
    ありがとうございます。
    Ευχαριστώ πολύ για τη βοήθεια.
    शुक्रिया, कल मिलते हैं
    شكرا جزيلا على المساعدة
    Saya ingin bertanya tentang pesanan saya.
    Teşekkür ederim, yarın görüşürüz.""")
QUESTIONS = _lines("""
    What time does the shop close?
    Where can I find my contract?
    Wat gebeurde er in 1953?
    Hoe laat vertrekt de trein naar Utrecht?
    Wie geht es dir?
    Wann kommt der Zug an?
    Qui a inventé l'électricité ?
    ¿Cuánto cuesta el billete?
    Quanti anni hai?
    Hur mår du idag?
    Missä juna on?
    Who wrote this book?
    What is a cool fact about bees?
    How do I sort a list in Python?
    Why is my laptop so slow (it has 16 GB)?
    Is it possible to pay with a credit card?""")
LOG_LINES = ["server started on port {n}", "connection from {h} closed", "user {w} logged in",
             "slow query ({n} ms)", "retrying in {n} ms", "cache miss for key {w}:{n}", "disk usage at {n}%",
             "failed to open {w}.dat: no such file", "job {n} finished", "GET /{w}/{n} 200", "timeout after {n}s",
             "worker {n} is ready", "received {n} bytes from {h}", "config reloaded", "session={w} status=ok took={n}ms"]

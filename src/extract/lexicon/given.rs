//! Given names that are common in the news, men's and women's: that two capitalised words are a
//! person, and whether "he" or "she" may be meant.

use super::class::{Class, Table, add};

const MEN: &str = "aaron abdul abdullah adam adrian ahmad ahmed al alan albert alberto alejandro aleksandr aleksei aleksey
    alex alexander alexandre alexei alexey alfred ali allan allen andre andreas andrei andrew andrey andrii andy angel
    angus anthony anton antonio antony arkady arseniy arthur artur ashton askar attila august austin barack barry ben
    benjamin bernard bernie bill billy bob bobby boris brad bradley brandon brent brett brian bruce bryan calvin carl
    carlos cary charles charlie chester chip chris christian christopher chuck clarence claude clayton clint colin corey
    cory craig curtis dan daniel danny darren dave david dean dennis derek desmond dick dieter dimitri dirk dmitri dmitriy
    dmitry dominic dominique don donald doug douglas drew duncan dustin dwight earl ed eddie edgar eduard eduardo edward
    edwin elias elliott emil emmanuel enrique eric erik ernest ethan eugene evan evgeny felipe felix fernando frank
    franklin fred frederick francis francisco francois françois gabriel garry gary gavin gennady geoffrey george georges
    georgy gerald gerard gerhard giuseppe glen glenn gordon graham greg gregory gustavo guy hamid hans harold harry
    harvey hassan heinrich helmut henri henry herbert herman hiroshi homer howard hubert hugh hugo hussein ian ibrahim
    igor ilya imran isaac ivan jack jackson jacob jacques jaime jake james jamie jan jared jason javier jay jean jeff
    jeffrey jens jeremy jerome jerry jesse jim jimmy joachim joe joel joey john johnny jon jonathan jordan jorge jose
    josé josef joseph josh joshua juan jules julian julien julio jürgen justin karl kassym keith ken kenneth kent kevin kim
    kirill kirk klaus kofi konstantin kurt kyle lance larry lars laurence laurent lawrence lee len leon leonard leonid
    leroy lester lewis liam lindsey lionel lloyd logan lou louis luc lucas luis lukas luke lyndon malcolm manfred manuel marc
    marcel marco marcos marcus mario mark marshall martin marty mathieu matt matteo matthew matthias maurice max maxim
    maxime mel michael michel miguel mikhail mike milan mitch mitt mohamed mohammad mohammed morgan muhammad murray mustafa
    narendra nathan neal ned neil nelson newt nicholas nick nicolas nigel nikolai nikolay noah noel norman olaf oleg
    oliver olivier omar orrin oscar otto owen pablo pascal patrick paul paulo pavel pedro perry pete peter petr phil
    philip philippe phillip pierre piotr quentin rafael ralph ramon ramzan randall randy rashid raul ray raymond recep
    reggie reid rex ricardo richard rick ricky rob robby robert roberto rod rodney rodrigo roger roland roman ron ronald
    rory ross roy ruben rudolf rudy rupert rush russell ruslan rustam ryan salman sam samuel saul scott sean sebastian
    serge sergei sergey sergio seth shane sidney simon spencer stan stanislav stanley stefan stephen stephan steve steven
    stewart stuart sven tariq tayyip ted terrence terry theodore thierry thomas tim timothy tobias todd tom tommy tony travis
    trevor tyler valentin valery vasily vernon victor viktor vince vincent vitaly vladimir vladislav volodymyr wade
    walter warren wayne werner wilbur wilhelm will willem william willie wolfgang yaroslav yevgeny youssef yuri yury
    zachary александр алексей анатолий андрей антон борис вадим валерий василий виктор виталий владимир владислав
    вячеслав геннадий георгий григорий денис дмитрий евгений иван игорь илья кирилл константин леонид максим
    михаил николай олег павел петр роман сергей станислав юрий ярослав эммануэль дональд
    abebe aidar aliyu andrés antónio antti ashok arjun arman azamat bakyt bayu budi cheikh dawit diego duarte emre
    facundo faisal federico gonzalo hamad hamish harish haruki hernán ignacio ivo jasur jerzy joaquim joaquín joão johannes
    juha juraj kamran kenji khalid khalifa krzysztof kwabena kwame ladislav lorenzo luís marek mahmoud mamadou matías mehmet mikko
    moussa murat naoki nursultan nuno otabek ousmane pekka piet rajesh rui sanjay santiago sebastián serkan shinji sherzod
    takashi tesfaye thabo thiago tiago tomasz tomás ulan vikram vítor wojciech yaw yerlan айдар арман азамат
    бакыт бауыржан данияр ерлан нурлан тимур";

const WOMEN: &str = "abby abigail adele agnes alexandra alexis alice alicia alina alison allison alyssa amanda amber amelia amy
    ana anastasia andrea angela angelina anita ann anna anne annette annie april ashley audrey barbara beatrice becky
    bella beth bethany betsy betty beverly bonnie brenda bridget brigitte brittany camille candace carla carmen carol caroline
    carolyn catherine cathy cecilia celia charlotte chelsea cheryl christina christine cindy claire clara claudia
    colleen connie courtney crystal cynthia daisy dana danielle darya daria dawn deborah debbie debra denise diana diane
    dianne dilma dina dolores donna doris dorothy edith eileen ekaterina elaine eleanor elena elisabeth elise elizabeth
    ellen ellie elsa elvira emily emma erica erika erin estelle esther eva eve evelyn faye federica florence frances
    gail galina gayle genevieve georgia geraldine gina giorgia gisèle gladys glenda gloria grace greta gwen hannah
    harriet heather heidi helen helena helene hélène hillary holly huma ida inès ingrid irene irina isabel isabella
    isabelle ivana ivanka jackie jacqueline jade jane janet janice janine jasmine jean jeanne jen jenna jennifer jenny
    jessica jill joan joanna joanne jocelyn jodi josephine joy joyce juanita judith judy julia juliana julie june kaja kamala
    karen karin karine kate katherine kathleen kathryn kathy katie katrina kayla kellyanne kelly kerry kim kimberly kirsten
    kristen kristin kristina larisa laura lauren leah leslie lidia lillian linda lindsay lisa liz lois loretta lori
    louise lucia lucy ludmila lydia lynn lynne madeleine madison maggie mandy margaret margarita maria marian
    marianne marie marilyn marina marine marion marjorie marta martha mary maryam maureen megan melania melanie melinda melissa
    mercedes mia michele michelle mildred miranda molly monica mona nadia nadine nancy naomi natalia natalie natasha
    nicole nikki nina nora norma octavia olga olivia paige pamela patricia patty paula pauline peggy penny phyllis
    priscilla rachel ramona raisa rebecca regina renee rhonda rita roberta robin rosa rose rosemary ruth sabrina sally
    samantha sandra sanna sara sarah shannon sharon sheila shelley sherry shirley simone sonia sophia sophie stacy
    stella stephanie sue susan susana susanna suzanne svetlana sylvia sylvie tamara tammy tanya tara tatiana tatyana
    teresa theresa tiffany tina tracy tulsi ursula valentina valeria valerie vanessa vera veronica veronique vicki
    victoria violet virginia viviane wanda wendy whitney yolanda yulia yvette yvonne zoe александра алина анастасия
    анна валентина вера виктория галина дарья евгения екатерина елена ирина ксения лариса людмила маргарита
    мария марина надежда наталья нина ольга светлана татьяна эльвира юлия
    adwoa agnieszka aino aisha aizhan amina anjali aliya awa ayşe carolina catalina constanza dewi eleanor elina elif elżbieta
    fatima fatou federica gulnara hala haruka inés jana katarzyna kaisa ksenia leila lucía madina marijke małgorzata mariana
    maría mariam neema noura nomvula paola pilar priya ritu sanne selma siti sofía sunita tandeka teuta tuuli verónica
    ximena yasmin zanele zeynep zuzana айгуль алия гульнара динара мадина сауле";

/// Adds these names.
pub(super) fn fill(table: &mut Table) {
    add(table, Class::GIVEN | Class::MALE, MEN);
    add(table, Class::GIVEN | Class::FEMALE, WOMEN);
}
